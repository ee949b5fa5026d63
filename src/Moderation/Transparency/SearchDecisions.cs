using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Staff look for decisions, the newest first.</summary>
/// <param name="Text">A short name, the id of a subject, or an account's id or the beginning of its handle; up to 200 characters.</param>
/// <param name="Automated">Whether a machine had a part in it; null for both.</param>
/// <param name="ByMe">Only those of who asks.</param>
/// <param name="From">Made from this instant.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SearchDecisions(
    string? Text = null, string? Guideline = null, Finding? Finding = null, OutcomeKind? Outcome = null, bool? Automated = null, bool ByMe = false,
    DateTimeOffset? From = null, DateTimeOffset? Until = null, int Take = 50, SearchPlace? After = null) : IQuery<SearchDecisions.Answer>
{
    /// <param name="Count">Of all found from <see cref="After"/> on, up to 1,000.</param>
    /// <param name="Next">Where to go on; null at the end. A page may be empty and still not be the last.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool OrMore, SearchPlace? Next);

    /// <param name="Case">The case it closed; null where it came another way.</param>
    public sealed record Row(
        DecisionId Id, CaseId? Case, SubjectRef Subject, AccountId Author, string Handle, string Guideline, Finding Finding, Automation Automation,
        DecisionState State, DateTimeOffset MadeAt, IReadOnlyList<EnforceDirectly.Effect> Outcomes);

    internal sealed class Validator : AbstractValidator<SearchDecisions>
    {
        public Validator()
        {
            RuleFor(x => x.Text).MaximumLength(TextId.MaxLength);
            RuleFor(x => x.Guideline).MaximumLength(100);
            RuleFor(x => x.Finding).IsInEnum();
            RuleFor(x => x.Outcome).IsInEnum();
            RuleFor(x => x.Take).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, DecisionSearch search) : IRequestHandler<SearchDecisions, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SearchDecisions query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is null)
                return PipelineErrors.NotAllowed;

            var (found, next) = await search.Find(query, me, NewestFirst.CountCap, ct);
            var page = found.Take(query.Take).ToList();
            return new Answer(await Show(db, [.. page.Select(x => x.Id)], ct), found.Count, next is not null, found.Count > page.Count ? page[^1].Place : next);
        }
    }

    internal static async Task<Row[]> Show(ModerationDb db, IReadOnlyList<DecisionId> ids, CancellationToken ct)
    {
        var decisions = await db.Decisions.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var handles = await AccountSearch.HandlesOf(db, decisions.Values.Select(x => x.AuthorId), ct);
        return [.. ids.Select(x => decisions[x]).Select(x => new Row(
            x.Id, x.CaseId, x.Subject, x.AuthorId, handles[x.AuthorId], x.Guideline, x.Finding, x.Automation, x.State, x.MadeAt,
            [.. x.Shown.Select(EnforceDirectly.Effect.Of)]))];
    }
}
