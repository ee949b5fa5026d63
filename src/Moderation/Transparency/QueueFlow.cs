using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A lead asks whether more comes than is decided, and how many decide.</summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record QueueFlow(FigurePeriod Period = FigurePeriod.Day, string? Queue = null, string? Guideline = null)
    : IQuery<QueueFlow.Answer>, IFigures
{
    /// <param name="Growth">How many more wait than 24 hours ago; below zero for fewer.</param>
    /// <param name="DecidedLastHour">Cases decided within the last hour, by whomever.</param>
    /// <param name="ByPeople">Decisions that people made on cases within the last hour.</param>
    /// <param name="People">How many made those.</param>
    public sealed record Answer(DateTimeOffset AsOf, IReadOnlyList<Bucket> Buckets, int Growth, int DecidedLastHour, int ByPeople, int People);

    /// <param name="Void">Cases that nobody need decide any more.</param>
    public sealed record Bucket(DateTimeOffset From, DateTimeOffset Until, int Arrived, int Decided, int Void);

    internal sealed class Validator : AbstractValidator<QueueFlow>
    {
        public Validator()
        {
            RuleFor(x => x.Period).IsInEnum();
            this.CheckParts();
        }
    }

    internal sealed class Handler(ModerationDb db, CountedCases counted, KeptFigures kept) : IRequestHandler<QueueFlow, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(QueueFlow query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var cases = await counted.Of(query, ct);
            var buckets = new List<Bucket>();
            foreach (var (from, until) in query.Period.Buckets(now))
                buckets.Add(new(
                    from, until, await Arrived(cases, from, until, ct),
                    await Closed(cases, CaseStage.Decided, from, until, ct), await Closed(cases, CaseStage.Void, from, until, ct)));

            var (yesterday, hourAgo) = (now.AddDays(-1), now.AddHours(-1));
            var growth = await cases.CountAsync(x => x.OpenedAt > yesterday && x.OpenedAt <= now, ct)
                - await cases.CountAsync(x => x.ClosedAt > yesterday && x.ClosedAt <= now, ct);
            var byPeople = from decision in db.Set<Decision>().AsNoTracking()
                           where decision.MadeAt > hourAgo && decision.MadeAt <= now && decision.DecidedBy != null && decision.CauseId == null
                           join @case in cases on decision.CaseId equals (CaseId?)@case.Id
                           select decision.DecidedBy;
            return new Answer(
                now, buckets, growth, await cases.CountAsync(x => x.ClosedAt > hourAgo && x.ClosedAt <= now && x.Stage == CaseStage.Decided, ct),
                await byPeople.CountAsync(ct), await byPeople.Distinct().CountAsync(ct));
        });

        private static Task<int> Arrived(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
            cases.CountAsync(x => x.OpenedAt >= from && x.OpenedAt < until, ct);

        private static Task<int> Closed(IQueryable<Case> cases, CaseStage as_, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
            cases.CountAsync(x => x.ClosedAt >= from && x.ClosedAt < until && x.Stage == as_, ct);
    }
}
