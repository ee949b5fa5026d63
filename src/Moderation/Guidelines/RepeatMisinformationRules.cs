using Moderation.Ranking;
using static Moderation.Guidelines.RepeatMisinformationMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the ladder of misinformation, beside what must hold in every ladder.</summary>
internal static class RepeatMisinformationRules
{
    private static readonly OutcomeKind[] Fitting =
    [
        OutcomeKind.Demoted, OutcomeKind.NotRecommended, OutcomeKind.FeatureBlocked, OutcomeKind.Demonetised, OutcomeKind.Suspended, OutcomeKind.Disabled,
    ];

    public static IEnumerable<Mistake> Broken(LadderText text, Place place)
    {
        var days = Enum.GetValues<Severity>().Select(text.StrikeExpiryDays.For).Distinct().ToArray();
        if (days is not [not null])
            yield return MisinformationWindow(place["strikeExpiryDays"]);
        if (text.Training is not null || text.WarningStays)
            yield return MisinformationCourse(place[text.Training is not null ? "training" : "warningStays"]);
        if (text.Steps is [{ Strikes: 1, Outcomes.Count: > 0 }, ..])
            yield return MisinformationWithoutWarning(place["steps"][0]["outcomes"]);

        foreach (var (at, step) in text.Steps.Index())
            foreach (var mistake in step.Outcomes.SelectMany((x, i) => OfOutcome(x, place["steps"][at]["outcomes"][i])))
                yield return mistake;
    }

    private static IEnumerable<Mistake> OfOutcome(OutcomeText text, Place place)
    {
        // What no ladder may bring, and what is no kind at all, is said elsewhere.
        if (Codes.Read<OutcomeKind>(text.Kind) is not { } kind || kind is OutcomeKind.Strike)
            yield break;

        if (!Fitting.Contains(kind))
            yield return MisinformationOutcome(place["kind"], text.Kind);
        if (kind is not OutcomeKind.Disabled && text.Days is null)
            yield return MisinformationWithoutEnd(place, text.Kind);
        if (kind is OutcomeKind.Demoted && text.Weight is 0)
            yield return MisinformationNothingLeft(place["weight"]);
    }
}
