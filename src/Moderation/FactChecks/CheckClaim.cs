using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>A fact-checker rates what a post claims, and says on which page. It labels the post and its copies.</summary>
/// <param name="Claim">What is claimed, in a sentence.</param>
/// <param name="Url">The page of the check, https; its host says whose word it is.</param>
/// <param name="Sources">What the check rests on, https; up to ten.</param>
/// <param name="Language">In which the check is written, for example <c>nl</c>.</param>
/// <param name="Explanation">Why it is rated so.</param>
[AllowedTo(Role.FactChecker)]
public sealed record CheckClaim(
    ContentId Content, string Claim, Rating Rating, string Url, IReadOnlyList<string>? Sources = null, string? Language = null, string? Explanation = null)
    : ICommand<FileFactCheck.Answer>
{
    public const int MostSources = 10;

    /// <summary>In characters.</summary>
    public const int MaxLanguage = 20;

    internal sealed class Validator : AbstractValidator<CheckClaim>
    {
        public Validator()
        {
            RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
            RuleFor(x => x.Claim).NotEmpty().MaximumLength(ClaimReview.MaxClaim);
            RuleFor(x => x.Rating).IsInEnum();
            RuleFor(x => x.Url).Must(Links.IsSecure).WithMessage("'Url' is the https address of the page of the check.");
            RuleFor(x => x.Sources).Must(x => x is not { Count: > MostSources }).WithMessage($"'Sources' may name {MostSources} addresses at most.");
            RuleForEach(x => x.Sources).Must(Links.IsSecure).WithMessage("'Sources' are https addresses.");
            RuleFor(x => x.Language).MaximumLength(MaxLanguage).Matches("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$").When(x => !string.IsNullOrEmpty(x.Language));
            RuleFor(x => x.Explanation).MaximumLength(ClaimReview.MaxExplanation);
        }
    }

    internal sealed class Handler(FactCheckIntake intake, Checkable checkable, Publishers publishers, TimeProvider clock) : IRequestHandler<CheckClaim, Result<FileFactCheck.Answer>>
    {
        public async Task<Result<FileFactCheck.Answer>> Handle(CheckClaim command, CancellationToken ct)
        {
            if (await checkable.Find(command.Content, ct) is not { } item)
                return ClaimErrors.UnknownItem;
            if (await checkable.IsOwn(item.AuthorId, ct))
                return ClaimErrors.Own;

            var review = new ClaimReview(
                command.Url, command.Claim.Trim(), ClaimReview.HostOf(command.Url)!, null, new(RatingTable.NameOf(command.Rating), null),
                DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Given(command.Explanation), null, null, [], Given(command.Language), command.Sources is { Count: > 0 } sources ? [.. sources.Distinct()] : null);
            var publisher = await publishers.Of(review, ct);
            if (await intake.Find(review, ct) is { } same)
            {
                if (same.State is FactCheckState.Withdrawn)
                    return FactCheckErrors.Withdrawn;
                if (same.State is FactCheckState.Waiting || same.Rating != command.Rating)
                    return ClaimErrors.RatedOtherwise;
            }

            return await intake.Take(review with { Publisher = publisher?.Name ?? review.Publisher }, new(command.Rating, ReadingDoubt.None), publisher, [command.Content], ct);
        }

        private static string? Given(string? said) => string.IsNullOrWhiteSpace(said) ? null : said.Trim();
    }
}
