using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A lead asks which decisions were overturned on appeal, the latest first: what a figure is made of. Nobody is named.</summary>
/// <param name="Language">The language alone; null for all, empty where it is not known.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record OverturnedDecisions(
    FigurePeriod Period = FigurePeriod.Month, string? Queue = null, string? Guideline = null, string? Language = null, int Take = 100)
    : IQuery<OverturnedDecisions.Answer>, IFigures
{
    private const int MaxLanguage = 35;

    /// <param name="Count">Of all, also those not listed; what is sealed since is counted and not listed.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count);

    /// <param name="Case">Null where it was decided without one.</param>
    public sealed record Row(DecisionId Decision, CaseId? Case, string Guideline, string Language, DateTimeOffset MadeAt, DateTimeOffset OverturnedAt);

    internal sealed class Validator : AbstractValidator<OverturnedDecisions>
    {
        public Validator()
        {
            RuleFor(x => x.Period).IsInEnum();
            RuleFor(x => x.Language).MaximumLength(MaxLanguage);
            this.CheckParts();
        }
    }

    internal sealed class Handler(ModerationDb db, RuledAppeals appeals, Seals seals, TimeProvider clock) : IRequestHandler<OverturnedDecisions, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(OverturnedDecisions query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var overturned = (await appeals.Of(query, now - query.Period.Length, now, ct))
                .Where(x => x.IsOverturned && (query.Language == null || x.Language == query.Language));
            var rows = await (
                from x in overturned
                join decision in db.Set<Decision>() on x.Decision equals decision.Id
                orderby x.RuledAt descending, x.Appeal
                select new { x.Decision, x.Case, x.Guideline, x.Language, decision.MadeAt, x.RuledAt, decision.SubjectKind, decision.SubjectId })
                .Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct);
            // Listing names subjects' decisions one by one, so what a specialist has sealed since is left out, for specialists too: they have their own lists.
            var subjects = rows.Select(x => new SubjectRef(x.SubjectKind, x.SubjectId)).Distinct().ToArray();
            var closed = new HashSet<SubjectRef>();
            foreach (var subject in subjects)
                if (await seals.Holds(subject, ct))
                    closed.Add(subject);

            return new Answer(
                [.. rows.Where(x => !closed.Contains(new(x.SubjectKind, x.SubjectId))).Select(x => new Row(x.Decision, x.Case, x.Guideline, x.Language, x.MadeAt, x.RuledAt!.Value))],
                await overturned.CountAsync(ct));
        }
    }
}
