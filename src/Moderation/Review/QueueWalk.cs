using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>
/// Goes through what waits in the order of its urgency, over many lanes at once. Each lane's next rows come off its index and
/// are merged here, so that a page costs the same at ten cases and at a million. What a filter leaves of few, an index brings.
/// </summary>
internal sealed class QueueWalk(QueueSources sources)
{
    /// <summary>How many rows one question looks at; what lies further, the next question finds.</summary>
    public const int Budget = 10_000;

    // As many as a database takes in one question.
    private const int StreamsAtOnce = 16;

    private static readonly Comparer<ReviewQueue.Place> InOrder = Comparer<ReviewQueue.Place>.Create(Compare);

    /// <summary>A row as far as order and filters need it.</summary>
    public sealed record Step
    {
        public CaseId Id { get; init; }

        public long Lane { get; init; }

        public double Priority { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public StaffId? Holder { get; init; }

        public DateTimeOffset AvailableAt { get; init; }

        public DateTimeOffset? SnoozedUntil { get; init; }

        public DateTimeOffset? PausedAt { get; init; }

        public DateTimeOffset? PausedUntil { get; init; }

        public CaseSources Sources { get; init; }

        public ContentKind? Kind { get; init; }

        public Severity Severity { get; init; }

        public DateTimeOffset OpenedAt { get; init; }

        public string? LeadGuideline { get; init; }

        public bool IsEscalated { get; init; }

        public ReviewQueue.Place Place => new(Priority, DueAt, Id);
    }

    /// <param name="Found">At most as many as asked for, in order.</param>
    /// <param name="Next">Where to go on; null at the end.</param>
    public sealed record Stretch(IReadOnlyList<Step> Found, ReviewQueue.Place? Next);

    public async Task<Stretch> From(ReviewQueue.Place? after, QueueFilter filter, IReadOnlyList<Lane> lanes, StaffId me, DateTimeOffset now, int take, CancellationToken ct)
    {
        if (await sources.Few(filter, lanes, me, now, ct) is { } few)
            return Cut([.. few.Where(x => filter.Admits(x, me, now) && (after is null || Compare(x.Place, after) > 0))
                .OrderBy(x => x.Place, InOrder)], take);

        var streams = await sources.Streams(filter, lanes, now, ct);
        var found = new List<Step>();
        var chunk = take + 1;
        for (var looked = 0; looked < Budget; chunk = Math.Min(chunk * 4, 2000))
        {
            var (steps, isAll) = await Merge(streams, after, chunk, ct);
            foreach (var step in steps)
            {
                if (filter.Admits(step, me, now))
                {
                    if (found.Count == take)
                        return new(found, found[^1].Place);
                    found.Add(step);
                }

                (after, looked) = (step.Place, looked + 1);
            }

            if (isAll)
                return new(found, null);
        }

        return new(found, after);
    }

    /// <summary>The more urgent first.</summary>
    public static int Compare(ReviewQueue.Place one, ReviewQueue.Place other) =>
        one.Priority != other.Priority ? other.Priority.CompareTo(one.Priority)
        : one.DueAt != other.DueAt ? one.DueAt.CompareTo(other.DueAt)
        : one.Id.Value.CompareTo(other.Id.Value);

    private static Stretch Cut(Step[] rows, int take) => rows.Length > take ? new(rows[..take], rows[take - 1].Place) : new(rows, null);

    // The next rows of all streams in one order, as far as each of them was read.
    private static async Task<(List<Step> Steps, bool IsAll)> Merge(
        IReadOnlyList<QueueSources.Stream> streams, ReviewQueue.Place? after, int chunk, CancellationToken ct)
    {
        var each = Math.Min(chunk, Math.Max(51, 2 * chunk / Math.Max(1, streams.Count)));
        var read = new List<Step>();
        ReviewQueue.Place? until = null;
        foreach (var some in streams.Chunk(StreamsAtOnce))
        {
            var steps = await some.Select(x => Next(x.Cases, after, each).AsSteps()).Aggregate((x, y) => x.Concat(y)).ToListAsync(ct);
            read.AddRange(steps);
            foreach (var stream in some)
                if (steps.Where(stream.Holds).OrderBy(x => x.Place, InOrder).Skip(each - 1).FirstOrDefault() is { } last && (until is null || Compare(last.Place, until) < 0))
                    until = last.Place;
        }

        return ([.. read.Where(x => until is null || Compare(x.Place, until) <= 0).OrderBy(x => x.Place, InOrder)], until is null);
    }

    private static IQueryable<Case> Next(IQueryable<Case> stream, ReviewQueue.Place? after, int each)
    {
        if (after is { } place)
            // The first condition is what the index is sought by.
            stream = stream.Where(x => x.Priority <= place.Priority && (x.Priority < place.Priority
                || x.DueAt > place.DueAt || x.DueAt == place.DueAt && x.Id > place.Id));
        return stream.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Take(each);
    }
}
