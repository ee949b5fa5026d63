using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>A ranker asks what it may show on a surface, and how strongly.</summary>
/// <param name="At">The instant; null for now.</param>
/// <param name="Candidates">1 to 10,000; the answer keeps their order.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Ranker])]
public sealed record CheckEligibility(
    Surface Surface, Viewer? Viewer, DateTimeOffset? At, IReadOnlyList<CheckEligibility.Candidate> Candidates) : IQuery<CheckEligibility.Answer>
{
    public const int MaxCandidates = 10_000;

    /// <summary>An item, with the author where the caller knows it, or an account.</summary>
    public sealed record Candidate(ContentId? Content = null, AccountId? Author = null, bool? Follows = null, AccountId? Account = null);

    /// <param name="Version">Of the standings: at least everything up to it was reckoned with.</param>
    /// <param name="Unknown">How many of the items are not known here; they are allowed.</param>
    public sealed record Answer(long Version, IReadOnlyList<Verdict> Verdicts, int Unknown);

    internal sealed class Validator : AbstractValidator<CheckEligibility>
    {
        public Validator()
        {
            RuleFor(x => x.Surface).IsInEnum();
            RuleFor(x => x.Candidates.Count).InclusiveBetween(1, MaxCandidates).WithName("Candidates")
                .WithMessage($"'Candidates' must hold 1 to {MaxCandidates} items.");
            RuleForEach(x => x.Candidates)
                .Must(x => x is not null && x.Content is null != x.Account is null).WithMessage("A candidate is a content item or an account.")
                .Must(x => x is null || (x.Content is null || TextId.IsValid(x.Content.Value.Value))
                    && (x.Author is null || TextId.IsValid(x.Author.Value.Value))
                    && (x.Account is null || TextId.IsValid(x.Account.Value.Value))).WithMessage("A candidate has no valid id.");
            RuleFor(x => x.Viewer!.Age).InclusiveBetween(0, 150).When(x => x.Viewer is not null);
        }
    }

    internal sealed class Handler(ModerationDb db, Heads heads, TimeProvider clock) : IRequestHandler<CheckEligibility, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CheckEligibility query, CancellationToken ct)
        {
            // Read first, so that the answer never claims more than it knows.
            var version = await heads.Last(Heads.Standings, ct);
            var now = clock.GetUtcNow();
            var at = query.At ?? now;
            Eligibility.Candidate[] candidates =
                [.. query.Candidates.Select(x => new Eligibility.Candidate(x.Content, x.Account ?? x.Author, x.Follows ?? false))];
            var standings = new Standings(db);
            await standings.Load(candidates, ct);

            var viewer = query.Viewer ?? Viewer.Unknown;
            return new Answer(
                version, [.. candidates.Select(x => standings.On(x, query.Surface, viewer, at, at < now ? at : now))], standings.Unknown);
        }
    }
}
