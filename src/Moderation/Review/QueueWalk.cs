using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>
/// Goes through what waits in the order of its urgency, over many lanes at once. Each lane's next rows come off its index, a few
/// at a time, and are merged here, so that a page costs the same at ten cases and at a million. What a filter leaves of few, an index brings.
/// </summary>
internal sealed class QueueWalk(QueueSources sources)
{
    /// <summary>How many rows one question looks at; what lies further, the next question finds.</summary>
    public const int Budget = 10_000;

    // As many as a database takes in one question.
    private const int StreamsAtOnce = 16;

    // Most lanes give a page a row or two; the one or two that give most of it are read on.
    private const int FewestAtOnce = 4;
    private const int MostAtOnce = 2_000;

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

        Feed[] feeds = [.. (await sources.Streams(filter, lanes, now, ct)).Select(x => new Feed(x, after))];
        await Read(feeds, Math.Max(FewestAtOnce, Math.Min(2 * take / Math.Max(1, feeds.Length), take + 1)), ct);
        var heads = new PriorityQueue<Feed, ReviewQueue.Place>(feeds.Where(x => x.Rows.Count > 0).Select(x => (x, x.Rows.Peek().Place)), InOrder);
        var found = new List<Step>();
        for (var looked = 0; heads.TryDequeue(out var feed, out var place); looked++)
        {
            if (looked == Budget)
                return new(found, after);
            if (filter.Admits(feed.Rows.Peek(), me, now))
            {
                if (found.Count == take)
                    return new(found, found[^1].Place);
                found.Add(feed.Rows.Peek());
            }

            (after, _) = (place, feed.Rows.Dequeue());
            if (feed is { Rows.Count: 0, IsDry: false })
                // Those that are nearly read are read on with it: one question instead of many.
                await Read([feed, .. feeds.Where(x => x != feed && !x.IsDry && x.Rows.Count > 0 && 4 * x.Rows.Count <= x.Size)], Math.Min(2 * feed.Size, MostAtOnce), ct);
            if (feed.Rows.Count > 0)
                heads.Enqueue(feed, feed.Rows.Peek().Place);
        }

        return new(found, null);
    }

    /// <summary>The more urgent first.</summary>
    public static int Compare(ReviewQueue.Place one, ReviewQueue.Place other) =>
        one.Priority != other.Priority ? other.Priority.CompareTo(one.Priority)
        : one.DueAt != other.DueAt ? one.DueAt.CompareTo(other.DueAt)
        : one.Id.Value.CompareTo(other.Id.Value);

    private static Stretch Cut(Step[] rows, int take) => rows.Length > take ? new(rows[..take], rows[take - 1].Place) : new(rows, null);

    private static async Task Read(IReadOnlyCollection<Feed> feeds, int each, CancellationToken ct)
    {
        foreach (var some in feeds.Chunk(StreamsAtOnce))
        {
            var steps = await some.Select(x => Next(x.Stream.Cases, x.After, each).AsSteps()).Aggregate((x, y) => x.Concat(y)).ToListAsync(ct);
            foreach (var feed in some)
                feed.Take([.. steps.Where(feed.Stream.Holds).OrderBy(x => x.Place, InOrder)], each);
        }
    }

    private static IQueryable<Case> Next(IQueryable<Case> stream, ReviewQueue.Place? after, int each)
    {
        if (after is { } place)
            // The first condition is what the index is sought by.
            stream = stream.Where(x => x.Priority <= place.Priority && (x.Priority < place.Priority
                || x.DueAt > place.DueAt || x.DueAt == place.DueAt && x.Id > place.Id));
        return stream.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Take(each);
    }

    /// <summary>A stream as far as it was read and not looked at yet.</summary>
    private sealed class Feed(QueueSources.Stream stream, ReviewQueue.Place? after)
    {
        public QueueSources.Stream Stream { get; } = stream;

        public Queue<Step> Rows { get; } = [];

        /// <summary>Where reading goes on.</summary>
        public ReviewQueue.Place? After { get; private set; } = after;

        /// <summary>How many were asked for last.</summary>
        public int Size { get; private set; }

        /// <summary>Whether there is no more.</summary>
        public bool IsDry { get; private set; }

        public void Take(IReadOnlyList<Step> rows, int asked)
        {
            foreach (var row in rows)
                Rows.Enqueue(row);
            (Size, IsDry, After) = (asked, rows.Count < asked, rows is [.., var last] ? last.Place : After);
        }
    }
}
