using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>What must hold in a rulebook before its words can be understood.</summary>
internal static class RulebookRules
{
    private static readonly string[] Confidences = ["H", "M", "L", "K"];

    public static IEnumerable<Error> Broken(RulebookText text, Places places) =>
    [
        .. Whole(text),
        .. OfWindows(text.Windows),
        .. text.Ladders.SelectMany(x => LadderRules.Broken(x, places.Ladder(x.Code))),
        .. text.Guidelines.SelectMany(x => OfGuideline(x, places.Guideline(x.Code))),
        .. Twice(text, places),
        .. SameKey(text, places),
    ];

    /// <summary>A confidence that is none of those we use.</summary>
    public static IEnumerable<Error> Confidence(string? word, string place) =>
        word is not null && !Confidences.Contains(word) ? [GuidelineErrors.UnknownConfidence(place, word)] : [];

    private static IEnumerable<Error> Whole(RulebookText text)
    {
        if (text.Name.Length > RulebookVersion.MaxNameLength)
            yield return GuidelineErrors.NameTooLong(Places.Whole, RulebookVersion.MaxNameLength);
        if (text.CombinedWeightFloor is not (>= 0 and <= 1))
            yield return GuidelineErrors.FloorOutOfRange(Places.Whole, text.CombinedWeightFloor);
        if (text.Ladders.All(x => x.Code != text.Ladder))
            yield return GuidelineErrors.UnknownLadder(Places.Whole, text.Ladder);
        foreach (var error in (text.Sources ?? new Dictionary<string, OriginText>())
            .SelectMany(x => Confidence(x.Value.Confidence, $"The source of '{x.Key}'")))
            yield return error;
    }

    private static IEnumerable<Error> OfWindows(Windows windows)
    {
        const string Place = "The windows";
        (string Field, int Value)[] fields =
        [
            ("appealAnswerDays", windows.AppealAnswerDays),
            ("claimMinutes", windows.ClaimMinutes),
            ("ordinaryLookBackDays", windows.OrdinaryLookBackDays),
            ("severeLookBackYears", windows.SevereLookBackYears),
            ("caseDueHours.severe", windows.CaseDueHours.Severe),
            ("caseDueHours.high", windows.CaseDueHours.High),
            ("caseDueHours.medium", windows.CaseDueHours.Medium),
            ("caseDueHours.low", windows.CaseDueHours.Low),
        ];

        if (windows.AppealMonths < Windows.LeastAppealMonths)
            yield return GuidelineErrors.AppealWindowTooShort(Place, windows.AppealMonths, Windows.LeastAppealMonths);
        foreach (var (field, value) in fields.Where(x => x.Value < 1))
            yield return GuidelineErrors.NotPositive(Place, field, value);
    }

    private static IEnumerable<Error> OfGuideline(GuidelineText text, string place)
    {
        if (Codes.Read<GuidelineSet>(text.Set) is null)
            yield return GuidelineErrors.UnknownSet(place, text.Set);
        if (Codes.Read<Severity>(text.Severity) is null)
            yield return GuidelineErrors.UnknownSeverity(place, text.Severity);
        if (text.Key is not [>= 'A' and <= 'Z'])
            yield return GuidelineErrors.KeyNotALetter(place, text.Key);
        if (text.Categories is [])
            yield return GuidelineErrors.CategoryMissing(place);
        foreach (var clause in text.Clauses.Where(x => !x.Code.StartsWith(text.Code + '.', StringComparison.Ordinal)))
            yield return GuidelineErrors.ClauseCode(place, clause.Code);

        var isRecommendation = Codes.Read<GuidelineSet>(text.Set) is GuidelineSet.Recommendation;
        foreach (var error in text.Outcomes.SelectMany(x => OutcomeRules.Broken(x, place))
            .Concat(text.AccountOutcomes.SelectMany(x => OutcomeRules.OnAccount(x, place)))
            .Concat(isRecommendation ? OutcomeRules.Removing([.. text.Outcomes, .. text.AccountOutcomes], place) : [])
            .Concat(Confidence(text.Confidence, place)))
            yield return error;
    }

    private static IEnumerable<Error> Twice(RulebookText text, Places places)
    {
        var guidelines = text.Guidelines.Select(x => (What: "Guideline", x.Code));
        var clauses = text.Guidelines.SelectMany(x => x.Clauses).Select(x => (What: "Clause", x.Code));
        var ladders = text.Ladders.Select(x => (What: "Ladder", x.Code));

        return guidelines.Concat(clauses).GroupBy(x => x.Code).Concat(ladders.GroupBy(x => x.Code))
            .Where(x => x.Count() > 1)
            .Select(x => GuidelineErrors.DuplicateCode(places.Of(x.Last().What, x.Key), x.Key));
    }

    private static IEnumerable<Error> SameKey(RulebookText text, Places places) =>
        from same in text.Guidelines.GroupBy(x => (x.Set, x.Key))
        from second in same.Skip(1)
        select GuidelineErrors.DuplicateKey(places.Guideline(second.Code), second.Key, same.First().Code);
}
