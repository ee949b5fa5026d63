using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A lead asks how long it takes from the first report or signal to the decision.</summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record TimesToDecision(FigurePeriod Period = FigurePeriod.Day, string? Queue = null, string? Guideline = null)
    : IQuery<TimesToDecision.Answer>, IFigures
{
    /// <param name="Decided">How many were decided in the period.</param>
    /// <param name="Looked">How many of those were looked at: all, or where they are many a fair sample.</param>
    /// <param name="All">Null where none was.</param>
    /// <param name="Queues">The slowest first.</param>
    public sealed record Answer(DateTimeOffset AsOf, int Decided, int Looked, Box? All, IReadOnlyList<Row> Queues);

    /// <param name="Title">Null for the queues that are always there.</param>
    public sealed record Row(string Queue, string? Title, Box Box);

    /// <summary>How long the given share took at most: a tenth, a quarter, half, three quarters, nine tenths.</summary>
    public sealed record Box(int Count, TimeSpan P10, TimeSpan P25, TimeSpan Median, TimeSpan P75, TimeSpan P90);

    internal sealed class Validator : AbstractValidator<TimesToDecision>
    {
        public Validator()
        {
            RuleFor(x => x.Period).IsInEnum();
            this.CheckParts();
        }
    }

    internal sealed class Handler(CountedCases counted, KeptFigures kept) : IRequestHandler<TimesToDecision, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(TimesToDecision query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var (drawn, of) = await CountedCases.Draw(await counted.Of(query, ct), now - query.Period.Length, now, ct);
            var taken = (await drawn.Select(x => new { x.LaneId, x.OpenedAt, x.ClosedAt }).ToListAsync(ct))
                .Select(x => (x.LaneId, Took: x.ClosedAt!.Value - x.OpenedAt)).ToList();
            var lanes = (await counted.Lanes(query.Queue, ct)).ToDictionary(x => x.Lane);
            Row[] rows = [.. from x in taken
                             where lanes.ContainsKey(x.LaneId)
                             group x.Took by (lanes[x.LaneId].Queue, lanes[x.LaneId].Title) into queue
                             let box = Of(queue)
                             orderby box.Median descending, queue.Key.Queue
                             select new Row(queue.Key.Queue, queue.Key.Title, box)];
            return new Answer(now, of, taken.Count, taken.Count == 0 ? null : Of(taken.Select(x => x.Took)), rows);
        });

        private static Box Of(IEnumerable<TimeSpan> times)
        {
            TimeSpan[] sorted = [.. times.Order()];
            return new(sorted.Length, At(0.1), At(0.25), At(0.5), At(0.75), At(0.9));

            TimeSpan At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        }
    }
}
