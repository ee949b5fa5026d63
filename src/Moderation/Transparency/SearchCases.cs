using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;
using Severity = Moderation.Guidelines.Severity;

namespace Moderation.Transparency;

/// <summary>Staff look for cases, waiting or closed, the newest first.</summary>
/// <param name="Text">A short name, the id of a subject, or the beginning of a handle; up to 200 characters.</param>
/// <param name="DecidedByMe">Only those that who asks decided, by when they did.</param>
/// <param name="From">Opened, or decided, from this instant.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SearchCases(
    string? Text = null, CaseStage? Stage = null, string? Guideline = null, bool DecidedByMe = false, DateTimeOffset? From = null,
    DateTimeOffset? Until = null, int Take = 50, SearchPlace? After = null) : IQuery<SearchCases.Answer>
{
    /// <param name="Count">Of all found from <see cref="After"/> on, up to 1,000.</param>
    /// <param name="Next">Where to go on; null at the end. A page may be empty and still not be the last.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool OrMore, SearchPlace? Next);

    public sealed record Row(
        CaseId Id, SubjectRef Subject, ContentKind? Kind, AccountId Author, string Handle, Severity Severity, string? Guideline,
        CaseStage Stage, bool IsEscalated, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);

    internal sealed class Validator : AbstractValidator<SearchCases>
    {
        public Validator()
        {
            RuleFor(x => x.Text).MaximumLength(TextId.MaxLength);
            RuleFor(x => x.Guideline).MaximumLength(100);
            RuleFor(x => x.Stage).IsInEnum();
            RuleFor(x => x.Take).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, CaseSearch search) : IRequestHandler<SearchCases, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SearchCases query, CancellationToken ct)
        {
            if (await db.StaffWith(((Actor.Staff)call.Actor).Id, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var (found, next) = await search.Find(query, member, NewestFirst.CountCap, ct);
            var page = found.Take(query.Take).ToList();
            return new Answer(await Show(db, [.. page.Select(x => x.Id)], ct), found.Count, next is not null, found.Count > page.Count ? page[^1].Place : next);
        }
    }

    internal static async Task<Row[]> Show(ModerationDb db, IReadOnlyList<CaseId> ids, CancellationToken ct)
    {
        var cases = await db.Cases.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var handles = await AccountSearch.HandlesOf(db, cases.Values.Select(x => x.AuthorId), ct);
        return [.. ids.Select(x => cases[x]).Select(x => new Row(
            x.Id, x.Subject, x.ContentKind, x.AuthorId, handles[x.AuthorId], x.Severity, x.LeadGuideline, x.Stage, x.IsEscalated, x.OpenedAt, x.ClosedAt))];
    }
}
