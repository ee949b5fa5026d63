using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// Somebody who works here looks at a picture, video or sound. What is sealed is there for specialists alone, and that they looked is
/// written down; an appeal reviewer sees what was appealed, a fact-checker what is shown to everybody.
/// </summary>
/// <param name="Index">Its place among the media of the revision, from 0.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer, Role.FactChecker)]
public sealed record MediaOf(ContentId Content, int Revision, int Index) : IQuery<MediaOf.Answer>
{
    /// <param name="Url">Where the host says it lies; null where it did not say.</param>
    /// <param name="IsSealed">Whether only specialists may see it: nothing may keep a copy.</param>
    public sealed record Answer(string? Url, MediaKind Kind, bool IsSealed);

    internal sealed class Handler(ModerationDb db, Call call, Seals seals, Restrictions restrictions, Checkable checkable) : IRequestHandler<MediaOf, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MediaOf query, CancellationToken ct)
        {
            var subject = SubjectRef.Of(query.Content);
            if (!await MaySee(subject, ct)
                || await db.Revisions.AsNoTracking().FirstOrDefaultAsync(x => x.ContentId == query.Content && x.Number == query.Revision, ct) is not { } revision
                || query.Index < 0 || query.Index >= revision.Media.Count)
                return ContentErrors.UnknownMedia;

            var (item, isSealed) = (revision.Media[query.Index], await seals.Holds(subject, ct));
            if (isSealed)
                call.Opens(subject);
            return new Answer(item.Url, item.Kind, isSealed);
        }

        private async Task<bool> MaySee(SubjectRef subject, CancellationToken ct)
        {
            if (call.Rights.Holds(Role.ChildSafety))
                return true;
            if (await seals.Holds(subject, ct) || await IsJudgedInSecret(subject, ct))
                return false;

            return call.Rights.Holds(Role.Moderator) || call.Rights.Holds(Role.Lead)
                || call.Rights.Holds(Role.FactChecker) && await checkable.Find(new(subject.Id), ct) is not null
                || await db.Appeals.AnyAsync(x => db.Set<Decision>().Any(y => y.Id == x.DecisionId && y.SubjectKind == subject.Kind && y.SubjectId == subject.Id), ct);
        }

        private async Task<bool> IsJudgedInSecret(SubjectRef subject, CancellationToken ct) =>
            (await restrictions.HiddenOf(await db.Set<Decision>().About(subject).Select(x => x.Id).ToListAsync(ct), ct)).Count > 0;
    }
}
