using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A lead asks what waits, where, how long already, and what is over its time.</summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record Backlog(string? Queue = null, string? Guideline = null) : IQuery<Backlog.Answer>, IFigures
{
    /// <summary>The upper ends of all ages but the last, in minutes.</summary>
    public static IReadOnlyList<int> AgeMinutes { get; } = [15, 60, 240, 720];

    /// <param name="Ages">How many have waited up to each of the ages, and then longer than all.</param>
    /// <param name="Queues">Those in which something waits, the fullest first.</param>
    /// <param name="Appeals">Null where only a part is asked for.</param>
    public sealed record Answer(DateTimeOffset AsOf, int Open, int Late, IReadOnlyList<int> Ages, IReadOnlyList<Row> Queues, Row? Appeals);

    /// <param name="Title">Null for the queues that are always there.</param>
    /// <param name="Late">Over their time; a clock that stands still does not run over.</param>
    /// <param name="OldestSince">When the oldest was opened; null where nothing waits.</param>
    public sealed record Row(string Queue, string? Title, int Open, int Late, DateTimeOffset? OldestSince);

    internal sealed class Validator : AbstractValidator<Backlog>
    {
        public Validator() => this.CheckParts();
    }

    internal sealed class Handler(ModerationDb db, CountedCases counted, KeptFigures kept) : IRequestHandler<Backlog, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Backlog query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var lanes = await counted.Lanes(query.Queue, ct);
            var ids = lanes.Select(x => x.Lane).ToArray();
            var (a, b, c, d) = (now.AddMinutes(-AgeMinutes[0]), now.AddMinutes(-AgeMinutes[1]), now.AddMinutes(-AgeMinutes[2]), now.AddMinutes(-AgeMinutes[3]));
            var found = (await (await counted.Of(query, ct)).Waiting.Where(x => ids.Contains(x.LaneId)).GroupBy(x => x.LaneId).Select(x => new
            {
                Lane = x.Key,
                Open = x.Count(),
                Late = x.Count(y => y.DueAt <= now && (y.PausedAt == null || y.PausedUntil != null && y.PausedUntil <= now)),
                Oldest = x.Min(y => y.OpenedAt),
                A = x.Count(y => y.OpenedAt > a),
                B = x.Count(y => y.OpenedAt > b),
                C = x.Count(y => y.OpenedAt > c),
                D = x.Count(y => y.OpenedAt > d),
            }).ToListAsync(ct)).ToDictionary(x => x.Lane);

            Row[] rows = [.. from lane in lanes
                             where found.ContainsKey(lane.Lane)
                             group found[lane.Lane] by (lane.Queue, lane.Title) into queue
                             let open = queue.Sum(x => x.Open)
                             orderby open descending, queue.Key.Queue
                             select new Row(queue.Key.Queue, queue.Key.Title, open, queue.Sum(x => x.Late), queue.Min(x => x.Oldest))];
            var all = found.Values;
            int[] younger = [0, all.Sum(x => x.A), all.Sum(x => x.B), all.Sum(x => x.C), all.Sum(x => x.D), all.Sum(x => x.Open)];
            return new Answer(
                now, younger[^1], rows.Sum(x => x.Late), [.. younger.Skip(1).Zip(younger, (x, before) => x - before)], rows,
                query is { Queue: null, Guideline: null } ? await Appeals(now, ct) : null);
        });

        private async Task<Row> Appeals(DateTimeOffset now, CancellationToken ct)
        {
            var open = AppealClaims.WithoutSealed(db, db.Appeals.AsNoTracking().Open);
            return new(
                "", null, await open.CountAsync(ct), await open.CountAsync(x => x.DueAt <= now, ct), await open.MinAsync(x => (DateTimeOffset?)x.FiledAt, ct));
        }
    }
}
