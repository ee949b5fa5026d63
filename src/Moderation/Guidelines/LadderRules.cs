using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>What must hold in one ladder.</summary>
internal static class LadderRules
{
    public static IEnumerable<Error> Broken(LadderText text, string place)
    {
        foreach (var days in Enum.GetValues<Severity>().Select(text.StrikeExpiryDays.For).Where(x => x < 1))
            yield return GuidelineErrors.NotPositive(place, "strikeExpiryDays", days!.Value);
        if (text.Steps is [])
            yield return GuidelineErrors.LadderWithoutStep(place);
        if (text.Steps is [{ Strikes: < 1 and var first }, ..])
            yield return GuidelineErrors.NotPositive(place, "strikes", first);
        foreach (var (_, higher) in text.Steps.Zip(text.Steps.Skip(1)).Where(x => x.Second.Strikes <= x.First.Strikes))
            yield return GuidelineErrors.LadderNotAscending(place, higher.Strikes);

        foreach (var error in text.Steps.SelectMany(x => OfStep(x, place))
            .Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return error;
    }

    private static IEnumerable<Error> OfStep(StepText step, string place)
    {
        var where = $"{place}, at {step.Strikes} strikes";
        if (step.Outcomes.Any(x => Codes.Read<OutcomeKind>(x.Kind) is OutcomeKind.Strike))
            yield return GuidelineErrors.LadderStrikes(where);

        foreach (var error in step.Outcomes.SelectMany(x => OutcomeRules.OnAccount(x, where))
            .Concat(RulebookRules.Confidence(step.Confidence, where)))
            yield return error;
    }
}
