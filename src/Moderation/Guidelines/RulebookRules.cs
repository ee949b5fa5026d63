using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in a rulebook before its words can be understood.</summary>
internal static class RulebookRules
{
    /// <summary>A hundred years; what is longer would run past the end of the calendar.</summary>
    public const int MostDays = 36_500;

    private static readonly string[] Confidences = ["H", "M", "L", "K"];

    public static IEnumerable<Mistake> Broken(RulebookText text, Place whole)
    {
        var guidelines = text.Guidelines.Select(x => (x.Code, x.Set))
            .Concat(text.Guidelines.SelectMany(x => x.Clauses, (x, clause) => (clause.Code, x.Set)))
            .ToLookup(x => x.Code, x => x.Set);

        return
        [
            .. Whole(text, whole),
            .. WindowRules.Broken(text.Windows, whole["windows"]),
            .. text.OneStrike.SelectMany((x, i) => OutcomeRules.OnAccount(x, whole["oneStrike"][i])),
            .. text.Ladders.SelectMany((x, i) => LadderRules.Broken(x, guidelines, whole["ladders"][i])),
            .. LadderRules.Broken(text.MisinformationLadder, guidelines, whole["misinformationLadder"]),
            .. RepeatMisinformationRules.Broken(text.MisinformationLadder, whole["misinformationLadder"]),
            .. RatingRules.Broken(text.Ratings, whole["ratings"]),
            .. SurfaceRuleRules.Broken(text.SurfaceRules, guidelines, whole["surfaceRules"]),
            .. AccountRuleRules.Broken(text.AccountRules, guidelines, whole["accountRules"]),
            .. GroupRules.Broken(text.Groups, whole["groups"]),
            .. GuidelineRules.Broken(text.Guidelines, [.. text.Groups.Select(x => x.Code)], whole["guidelines"]),
            .. LaddersTwice(text, whole),
        ];
    }

    /// <summary>A confidence that is none of those we use.</summary>
    public static IEnumerable<Mistake> Confidence(string? word, Place place) =>
        word is not null && !Confidences.Contains(word) ? [UnknownConfidence(place["confidence"], word)] : [];

    /// <summary>A number that is less than one or too large to be counted with.</summary>
    public static IEnumerable<Mistake> Length(int? value, string field, Place place, int most = MostDays) => value switch
    {
        < 1 and var less => [NotPositive(place, field, less)],
        { } more when more > most => [OutOfRange(place, field, more, 1, most)],
        _ => [],
    };

    /// <summary>Those that come later with a code that was there.</summary>
    public static IEnumerable<Mistake> Twice<T>(IReadOnlyList<T> parts, Func<T, string> code, Place place) =>
        from same in parts.Index().GroupBy(x => code(x.Item), StringComparer.Ordinal)
        from second in same.Skip(1)
        select DuplicateCode(place[second.Index], same.Key);

    private static IEnumerable<Mistake> Whole(RulebookText text, Place whole)
    {
        if (text.Name.Length > RulebookVersion.MaxNameLength)
            yield return NameTooLong(whole["name"], RulebookVersion.MaxNameLength);
        if (text.CombinedWeightFloor is not (>= 0 and <= 1))
            yield return FloorOutOfRange(whole["combinedWeightFloor"], text.CombinedWeightFloor);
        if (text.Ladders.All(x => x.Code != text.Ladder))
            yield return UnknownLadder(whole["ladder"], text.Ladder);
        foreach (var mistake in (text.Sources ?? new Dictionary<string, OriginText>())
            .SelectMany(x => Confidence(x.Value.Confidence, whole["sources"][x.Key])))
            yield return mistake;
    }

    private static IEnumerable<Mistake> LaddersTwice(RulebookText text, Place whole) =>
    [
        .. Twice(text.Ladders, x => x.Code, whole["ladders"]),
        .. text.Ladders.Any(x => x.Code == text.MisinformationLadder.Code)
            ? [DuplicateCode(whole["misinformationLadder"], text.MisinformationLadder.Code)]
            : Array.Empty<Mistake>(),
    ];
}
