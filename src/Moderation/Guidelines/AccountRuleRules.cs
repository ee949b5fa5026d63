using static Moderation.Guidelines.PartMistakes;
using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the rules by which an account is not recommended.</summary>
internal static class AccountRuleRules
{
    public static IEnumerable<Mistake> Broken(
        IReadOnlyList<AccountRuleText> rules, ILookup<string, string> guidelines, Place place) =>
    [
        .. rules.SelectMany((x, i) => OfOne(x, guidelines, place[i])),
        .. ListingRules.Twice(rules, x => x.Code, x => (x.From, x.Until), place),
    ];

    private static IEnumerable<Mistake> OfOne(AccountRuleText text, ILookup<string, string> guidelines, Place place)
    {
        var counts = Codes.Read<AccountFact>(text.Counts);
        var cure = Codes.Read<Cure>(text.Cure);
        if (text.Code == RepeatMisinformation.Ground)
            yield return DuplicateCode(place, text.Code); // It is the ladder's.
        if (counts is null)
            yield return UnknownCount(place["counts"], text.Counts);
        if (cure is null)
            yield return UnknownCure(place["cure"], text.Cure);
        if (cure is Cure.AfterLast && text.CureDays is null)
            yield return MissingField(place, "cureDays");
        if (text.Outcomes is [])
            yield return MissingField(place["outcomes"], "outcomes");
        foreach (var (i, code) in (text.Guidelines ?? []).Index().Where(x => !guidelines.Contains(x.Item)))
            yield return UnknownGuideline(place["guidelines"][i], code);

        foreach (var mistake in Numbers(text, counts is AccountFact.AdsBanned or AccountFact.ViolentMovement, place)
            .Concat(text.Outcomes.SelectMany((x, i) => OutcomeRules.OnAccount(x, place["outcomes"][i])))
            .Concat(OutcomeRules.Removing(text.Outcomes, place["outcomes"]))
            .Concat(ListingRules.Broken(text.From, text.Until, place))
            .Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return mistake;
    }

    private static IEnumerable<Mistake> Numbers(AccountRuleText text, bool isState, Place place)
    {
        (string Field, int? Value)[] numbers =
        [
            ("atLeast", text.AtLeast), ("ofLast", text.OfLast), ("windowDays", text.WindowDays), ("cureDays", text.CureDays),
        ];

        foreach (var mistake in numbers.SelectMany(x => RulebookRules.Length(x.Value, x.Field, place[x.Field])))
            yield return mistake;
        if (isState && numbers.Take(3).Any(x => x.Value is not null))
            yield return StateWithNumber(place["counts"], text.Counts);
        if (!isState && (text.AtLeast is null || text.OfLast is null == text.WindowDays is null))
            yield return CountWithoutWindow(place);
        if (text is { AtLeast: { } atLeast, OfLast: { } ofLast } && atLeast > ofLast)
            yield return CountOutOfReach(place["atLeast"], atLeast, ofLast);
    }
}
