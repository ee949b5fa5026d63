using Moderation.Ranking;
using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in one ladder.</summary>
internal static class LadderRules
{
    private const int MostCleanMonths = 1200;

    public static IEnumerable<Mistake> Broken(LadderText text, ILookup<string, string> guidelines, Place place)
    {
        if (text.Steps is [])
            yield return LadderWithoutStep(place["steps"]);
        if (text.Steps is [{ Strikes: < 1 and var first }, ..])
            yield return NotPositive(place["steps"][0]["strikes"], "strikes", first);
        foreach (var (i, (lower, higher)) in text.Steps.Zip(text.Steps.Skip(1)).Index())
            if (higher.Strikes <= lower.Strikes)
                yield return LadderNotAscending(place["steps"][i + 1]["strikes"], higher.Strikes);

        foreach (var mistake in Enum.GetValues<Severity>().SelectMany(x => OfExpiry(x, text.StrikeExpiryDays, place["strikeExpiryDays"]))
            .Concat(text.Steps.SelectMany((x, i) => OfStep(x, place["steps"][i])))
            .Concat(OfTraining(text.Training, guidelines, place["training"]))
            .Concat(OfRepeats(text.Repeats, place["repeats"]))
            .Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return mistake;
    }

    private static IEnumerable<Mistake> OfExpiry(Severity severity, StrikeExpiry expiry, Place place) =>
        RulebookRules.Length(expiry.For(severity), "strikeExpiryDays", place[severity.ToString().ToLowerInvariant()]);

    private static IEnumerable<Mistake> OfStep(StepText step, Place place)
    {
        foreach (var (i, _) in step.Outcomes.Index().Where(x => Codes.Read<OutcomeKind>(x.Item.Kind) is OutcomeKind.Strike))
            yield return LadderStrikes(place["outcomes"][i]["kind"]);

        foreach (var mistake in step.Outcomes.SelectMany((x, i) => OutcomeRules.OnAccount(x, place["outcomes"][i]))
            .Concat(RulebookRules.Confidence(step.Confidence, place)))
            yield return mistake;
    }

    private static IEnumerable<Mistake> OfTraining(Training? training, ILookup<string, string> guidelines, Place place)
    {
        if (training is null)
            yield break;

        if (training.CleanMonths is < 0 or > MostCleanMonths)
            yield return OutOfRange(place["cleanMonths"], "cleanMonths", training.CleanMonths, 0, MostCleanMonths);
        if (training.LapsesAfterDays is < 0 or > RulebookRules.MostDays)
            yield return OutOfRange(place["lapsesAfterDays"], "lapsesAfterDays", training.LapsesAfterDays, 0, RulebookRules.MostDays);
        foreach (var (i, code) in training.NotFor.Index().Where(x => !guidelines.Contains(x.Item)))
            yield return UnknownGuideline(place["notFor"][i], code);
    }

    private static IEnumerable<Mistake> OfRepeats(Repeats? repeats, Place place)
    {
        if (repeats is null)
            yield break;

        if (repeats.Factor is not > 1)
            yield return FactorTooSmall(place["factor"], repeats.Factor);
        foreach (var mistake in RulebookRules.Length(repeats.MostDays, "mostDays", place["mostDays"]))
            yield return mistake;
    }
}
