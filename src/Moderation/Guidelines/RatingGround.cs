using System.Text.Json;
using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>A fact-checker's rating as the ground of a decision, where a guideline's code would stand.</summary>
internal static class RatingGround
{
    public const string Prefix = "fact-check.";

    /// <summary>For example <c>fact-check.partlyFalse</c>.</summary>
    public static string Of(Rating rating) => Prefix + JsonNamingPolicy.CamelCase.ConvertName(rating.ToString());

    public static bool Is(string ground) => ground.StartsWith(Prefix, StringComparison.Ordinal);

    public static Rating? Read(string ground) => Is(ground) ? Codes.Read<Rating>(ground[Prefix.Length..]) : null;

    extension(Rulebook rulebook)
    {
        /// <summary>What a rating brings by this rulebook.</summary>
        public Guideline RuleOf(Rating rating)
        {
            RatingEffect[] effects = [.. rulebook.RatingEffects.Where(x => x.Rating == rating)];
            var label = effects.Select(x => x.Label).FirstOrDefault(x => x is not null);
            return new(
                Of(rating), GuidelineSet.Community, TitleOf(rating), label?.En ?? "", Severity.Medium, Restricted: false, Key: "", StrikeWeight: 1,
                OneStrike: false, SevereLookBack: false, [.. effects.SelectMany(OutcomesOf)], [], [], null, []);
        }
    }

    // As people read it.
    private static string TitleOf(Rating rating) => rating switch
    {
        Rating.PartlyFalse => "Partly false",
        Rating.MissingContext => "Missing context",
        _ => rating.ToString(),
    };

    private static IEnumerable<OutcomeTemplate> OutcomesOf(RatingEffect effect) =>
        new[] { (effect.Label is not null, OutcomeKind.Labelled), (effect.Cover, OutcomeKind.Covered), (effect.Demonetises, OutcomeKind.Demonetised) }
            .Where(x => x.Item1)
            .Select(x => new OutcomeTemplate(x.Item2, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null))
            .Concat(effect.Outcomes)
            .Select(x => x with { Where = effect.Regions, Listing = effect.Listing });
}
