using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>A surface asks in which order to show what it found. Callers never weigh the values themselves.</summary>
/// <param name="Candidates">0 to 10,000.</param>
/// <param name="Limit">How many are placed, 1 to 500.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Ranker])]
public sealed record RankSurface(
    Surface Surface, Viewer? Viewer, RankOrder Order, IReadOnlyList<RankSurface.Candidate> Candidates, int Limit) : IQuery<RankSurface.Answer>
{
    public const int MaxLimit = 500;

    /// <param name="Predictions">Chances of what the viewer does, 0 to 1, by name.</param>
    public sealed record Candidate(
        ContentId Content, AccountId? Author, DateTimeOffset CreatedAt, bool? Follows = null, IReadOnlyDictionary<string, double>? Predictions = null);

    public sealed record Answer(long Version, IReadOnlyList<Placed> Items, IReadOnlyList<LeftOut> Left);

    internal sealed class Validator : AbstractValidator<RankSurface>
    {
        public Validator()
        {
            RuleFor(x => x.Surface).IsInEnum();
            RuleFor(x => x.Order).IsInEnum();
            RuleFor(x => x.Limit).InclusiveBetween(1, MaxLimit);
            RuleFor(x => x.Candidates.Count).InclusiveBetween(0, CheckEligibility.MaxCandidates).WithName("Candidates")
                .WithMessage($"'Candidates' may hold {CheckEligibility.MaxCandidates} items at most.");
            RuleForEach(x => x.Candidates)
                .Must(x => x is not null && TextId.IsValid(x.Content.Value)).WithMessage("A candidate has no valid id.")
                .Must(x => x?.Predictions is null || x.Predictions.Values.All(p => p is >= 0 and <= 1)).WithMessage("A prediction is a chance, 0 to 1.");
        }
    }

    internal sealed class Handler(ModerationDb db, Heads heads, TimeProvider clock) : IRequestHandler<RankSurface, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RankSurface query, CancellationToken ct)
        {
            var version = await heads.Last(Heads.Standings, ct);
            var now = clock.GetUtcNow();
            var standings = new Standings(db);
            var asked = query.Candidates.Select(x => (x, new Eligibility.Candidate(x.Content, x.Author, x.Follows ?? false))).ToArray();
            await standings.Load([.. asked.Select(x => x.Item2)], ct);

            var viewer = query.Viewer ?? Viewer.Unknown;
            var (items, left) = Ranker.Rank(SurfaceModel.Of(query.Surface), query.Order, asked.Select(x => new RankCandidate(
                x.x.Content.Value, x.x.CreatedAt, x.x.Predictions ?? new Dictionary<string, double>(),
                standings.On(x.Item2, query.Surface, viewer, now, now))), query.Limit);
            return new Answer(version, items, left);
        }
    }
}
