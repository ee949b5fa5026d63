using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>A fact-checker asks what a rating would do, before giving it. Nothing is stored.</summary>
/// <param name="Url">The page of the check: its host says whose word it would be.</param>
/// <param name="Content">The post that would be rated.</param>
/// <param name="FactCheck">Or the check that waits for its rating.</param>
[AllowedTo(Role.FactChecker)]
public sealed record PreviewRating(Rating Rating, string? Url, ContentId? Content = null, FactCheckId? FactCheck = null) : IQuery<PreviewRating.Answer>
{
    /// <param name="Now">Of the post, or of the first that the check names: in Feed and Stories for an adult who follows its author, elsewhere for one who does not.</param>
    /// <param name="Then">The same, were it rated so.</param>
    /// <param name="Posts">How many posts would be rated that the check itself is about.</param>
    /// <param name="Copies">How many copies of them there are among those that were looked at.</param>
    /// <param name="IsMore">Whether there are more.</param>
    /// <param name="Reach">Followers of all their authors, each counted once.</param>
    /// <param name="Publisher">Whose word it would be, as we know them; else the host of the page.</param>
    /// <param name="Counts">Whether that word counts: of others a rating is kept and labels nothing. Without a page it is taken to.</param>
    public sealed record Answer(
        IReadOnlyDictionary<Surface, Verdict> Now, IReadOnlyDictionary<Surface, Verdict> Then, IReadOnlyList<EnforceDirectly.Effect> Outcomes,
        int Posts, int Copies, bool IsMore, long Reach, string? Publisher, bool Counts);

    internal sealed class Validator : AbstractValidator<PreviewRating>
    {
        public Validator()
        {
            RuleFor(x => x.Rating).IsInEnum();
            RuleFor(x => x.Url).MaximumLength(Links.MaxLength);
            RuleFor(x => x).Must(x => x.Content is null != x.FactCheck is null).WithName("Content").WithMessage("It is about a post or about a check.");
        }
    }

    internal sealed class Handler(ModerationDb db, RatingReach reach, Rulebooks rulebooks, Deciding deciding, TimeProvider clock)
        : IRequestHandler<PreviewRating, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PreviewRating query, CancellationToken ct)
        {
            if (!(await reach.Of(query.Content, query.FactCheck, query.Url, ct)).IsOk(out var reached, out var refusal))
                return refusal;

            var (now, ground) = (clock.GetUtcNow(), RatingGround.Of(query.Rating));
            var rulebook = await rulebooks.InForce(db, now, ct);
            var standings = new Standings(db);
            var first = reached.Posts.Count > 0 ? new Candidate(reached.Posts[0].Id, reached.Posts[0].AuthorId, Follows: false) : null;
            await standings.Load(first is null ? [] : [first], ct);
            var before = Verdicts(standings, first, now);
            IReadOnlyList<DecidedOutcome> outcomes = [];
            // True says nothing against it, and what the rulebook does nothing about any more needs no decision.
            if (reached.Counts && first is not null && rulebook.Rule(ground) is { } rule && rule.Outcomes.Any(x => !x.Listing.IsOver(now))
                && (await deciding.OnSubject(SubjectRef.Of(reached.Posts[0].Id), null, ground, Finding.Rated, "", ct)).IsOk(out var said, out _)
                && Decision.Make(said with { Rated = new(now, reached.Posts[0].CreatedAt, IsCopy: false) }, rule, rulebook, "", now).IsOk(out var decision, out _))
                outcomes = decision.Outcomes;
            standings.Suppose(outcomes);
            return new Answer(
                before, Verdicts(standings, first, now), [.. outcomes.Select(EnforceDirectly.Effect.Of)],
                reached.Posts.Count, reached.Copies, reached.IsMore, reached.Followers, reached.Publisher, reached.Counts);
        }

        private static Dictionary<Surface, Verdict> Verdicts(Standings standings, Candidate? of, DateTimeOffset now) => of is null ? [] : Enum.GetValues<Surface>()
            .ToDictionary(x => x, x => standings.On(of with { Follows = x is Surface.Feed or Surface.Stories }, x, Viewer.Adult, now, now));
    }
}
