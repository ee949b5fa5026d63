using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What can be wrong in dates, groups, ratings, surface rules and account rules.</summary>
internal static class PartMistakes
{
    public static Mistake NotADate(Place place, string word) =>
        Wrong("notADate", place, $"'{word}' is not a day written as year-month-day, for example 2026-08-20.");

    public static Mistake UntilNotAfterFrom(Place place, string from, string until) =>
        Wrong("untilNotAfterFrom", place, $"it ends on {until}, which is not after {from}, when it begins.");

    public static Mistake OverlappingDates(Place place, string code) =>
        Wrong("overlappingDates", place, $"'{code}' is there twice, and the dates overlap.");

    public static Mistake UnknownGroup(Place place, string code) => Unknown("unknownGroup", place, "group", code);

    public static Mistake GroupCycle(Place place, IEnumerable<string> chain) =>
        Wrong("groupCycle", place, $"the groups go round in a circle: {string.Join(" → ", chain)}.");

    public static Mistake UnknownRating(Place place, string word) => Unknown("unknownRating", place, "rating", word);

    public static Mistake RatingMissing(Place place, string rating) =>
        Wrong("ratingMissing", place, $"the rating '{rating}' is missing; all six are needed.");

    public static Mistake RatingEffect(Place place, string kind, string on) => Wrong("ratingEffect", place,
        $"a rating may only lower, withhold, cover or label content, so it cannot have the outcome '{kind}' on the {on}.");

    public static Mistake RatingLowers(Place place, string rating, string what) =>
        Wrong("ratingLowers", place, $"the rating '{rating}' may only inform, so it cannot have '{what}'.");

    public static Mistake UnknownCountry(Place place, string word) =>
        Unknown("unknownCountry", place, "country", word);

    public static Mistake RegionsTwice(Place place) =>
        Wrong("regionsTwice", place, "name either the regions or the regions left out, not both.");

    public static Mistake WrongSet(Place place, string guideline) =>
        Wrong("wrongSet", place, $"'{guideline}' is no recommendation guideline, so a rule of a surface cannot follow it.");

    public static Mistake UnknownFact(Place place, string word) => Unknown("unknownFact", place, "fact", word);

    public static Mistake ThresholdMissing(Place place, string fact) =>
        Wrong("thresholdMissing", place, $"'{fact}' is measured, so the rule needs either 'below' or 'above'.");

    public static Mistake ThresholdNotMeasured(Place place, string fact) =>
        Wrong("thresholdNotMeasured", place, $"'{fact}' is true or not, so the rule cannot have 'below' or 'above'.");

    public static Mistake ThresholdOutOfRange(Place place, double threshold) =>
        Wrong("thresholdOutOfRange", place, $"the threshold {Plain(threshold)} is not over 0, or over 1 for a share.");

    public static Mistake UnknownCount(Place place, string word) => Unknown("unknownCount", place, "thing to count", word);

    public static Mistake UnknownCure(Place place, string word) => Unknown("unknownCure", place, "cure", word);

    public static Mistake CountWithoutWindow(Place place) => Wrong("countWithoutWindow", place,
        "what is counted needs 'atLeast' and either 'windowDays' or 'ofLast'.");

    public static Mistake StateWithNumber(Place place, string state) =>
        Wrong("stateWithNumber", place, $"'{state}' is true or not, so 'atLeast', 'ofLast' and 'windowDays' do not fit.");

    public static Mistake CountOutOfReach(Place place, int atLeast, int ofLast) =>
        Wrong("countOutOfReach", place, $"{atLeast} of the last {ofLast} can never be reached.");
}
