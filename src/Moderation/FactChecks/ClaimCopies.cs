using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Staff look through all that a check is about: the posts that it names, and their copies.</summary>
/// <param name="After">Posts after this one.</param>
[AllowedTo(Role.FactChecker, Role.Moderator, Role.AppealReviewer, Role.Lead, Role.PolicyManager)]
public sealed record ClaimCopies(FactCheckId FactCheck, ContentId? After = null) : IQuery<ClaimCopies.Answer>
{
    public const int PageSize = 50;

    /// <param name="Next">Where to go on; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, ContentId? Next);

    /// <param name="CopyOf">Null for a post that the check names.</param>
    /// <param name="Handle">Null where the post is not known yet.</param>
    /// <param name="Line">The beginning of what it says; empty where not everybody is shown that.</param>
    /// <param name="Likeness">Of the texts, 0 to 1; null where it is not known.</param>
    /// <param name="Bears">Whether it bears the rating now.</param>
    /// <param name="IsToConfirm">Whether it only looks like a copy and nobody saw yet that it is one.</param>
    /// <param name="IsKnown">Whether the host has told of it.</param>
    public sealed record Row(
        ContentId Content, ContentId? CopyOf, string? Handle, ContentKind? Kind, string Line, int? PictureRevision, double? Likeness, bool SharesPicture,
        bool Bears, bool IsToConfirm, bool IsConfirmed, DateTimeOffset? UnmatchedAt, bool IsKnown, bool IsGone);

    internal sealed class Validator : AbstractValidator<ClaimCopies>
    {
        public Validator() => RuleFor(x => x.After).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'After' is not a valid id.");
    }

    internal sealed class Handler(ModerationDb db, ShownPosts posts) : IRequestHandler<ClaimCopies, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ClaimCopies query, CancellationToken ct)
        {
            if (!await db.FactChecks.AnyAsync(x => x.Id == query.FactCheck, ct))
                return FactCheckErrors.Unknown;

            var after = query.After ?? new("");
            var items = await db.RatedItems.AsNoTracking().Where(x => x.FactCheckId == query.FactCheck && x.ContentId > after)
                .OrderBy(x => x.ContentId).Take(PageSize + 1).ToListAsync(ct);
            RatedItem[] page = [.. items.Take(PageSize)];
            var shown = await posts.Of([.. page.Select(x => x.ContentId)], ClaimRows.MaxLine, ct);
            var borne = page.Select(x => x.DecisionId).OfType<DecisionId>().ToArray();
            var standing = (await db.Decisions.Where(x => borne.Contains(x.Id) && x.OverturnedAt == null && x.SupersededAt == null).Select(x => x.Id).ToListAsync(ct)).ToHashSet();
            return new Answer([.. page.Select(x => Of(x, shown.GetValueOrDefault(x.ContentId), x.DecisionId is { } by && standing.Contains(by)))], items.Count > PageSize ? page[^1].ContentId : null);
        }

        private static Row Of(RatedItem x, ShownPosts.Post? post, bool bears) => new(
            x.ContentId, x.CopyOf, post?.Handle, post?.Kind, post?.Text ?? "", post?.PictureRevision, x.Likeness, x.SharesPicture, bears, x.IsToConfirm && x.UnmatchedAt is null,
            x.ConfirmedBy is not null, x.UnmatchedAt, post is not null, post is { IsGone: true });
    }
}
