using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Eligibility;
using Moderation.Guidelines;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Review;

namespace Moderation.Web.FactChecks;

/// <summary>What a rating will do, in the words a fact-checker reads before giving it.</summary>
internal static class ClaimWords
{
    /// <summary>Those that are offered; any other can be written.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "de", "en", "es", "fr", "hi", "id", "it", "nl", "pl", "pt", "tr", "uk"];

    public static string LanguageOf(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <param name="hasPage">Whether it is known on which page the check is.</param>
    public static Consequences Consequences(this IStringLocalizer t, Rating rating, PreviewRating.Answer preview, bool hasPage) => new(
        preview.Now, preview.Then,
        [
            new("content_copy", t.Count("Rate.Then.Copies", preview.Copies) + (preview.IsMore ? " " + t["Rate.Then.AndMore"] : ""), t.Count("Rate.Then.Posts", preview.Posts)),
            new("groups", t["Rate.Then.Reach", Number(preview.Reach)]),
            .. preview.Outcomes.Any(x => x.Kind is OutcomeKind.Strike) ? new Consequence[] { new("tally", t["Rate.Then.Counts"], t["Rate.Then.Strike"], IsGrave: true) } : [],
            .. preview.Outcomes.Count > 0 ? new Consequence[] { new("mail", t["Rate.Then.Told"]) } : preview.Counts && preview.Posts > 0 ? [new("check", t["Rate.Then.Nothing", t[$"Rating.{rating}"]])] : [],
            .. hasPage && !preview.Counts ? new Consequence[] { new("warning", t["Rate.Then.Unaccredited", preview.Publisher ?? ""], t["Rate.Then.LabelsNothing"], IsGrave: true) } : [],
            .. preview.Outcomes.Count > 0 ? new Consequence[] { new("visibility", t["Rate.Then.Followers"]) } : [],
            .. hasPage ? [] : new Consequence[] { new("info", t["Rate.Then.NoPage"]) },
        ]);

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
