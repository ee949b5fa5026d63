using System.Globalization;

namespace Moderation.Guidelines;

/// <summary>Everything that can be wrong in a rulebook file, but for the parts in <see cref="PartMistakes"/>.</summary>
internal static class RulebookMistakes
{
    public static Mistake Unreadable(Place place) => Wrong("unreadable", place, "what stands here cannot be read.");

    public static Mistake UnknownField(Place place, string field) =>
        Wrong("unknownField", place, $"there is no field '{field}'.");

    public static Mistake MissingField(Place place, string field) =>
        Wrong("missingField", place, $"the field '{field}' is missing or empty.");

    public static Mistake NameTooLong(Place place, int most) =>
        Wrong("nameTooLong", place, $"a name has at most {most} characters.");

    public static Mistake UnknownKind(Place place, string word) => Unknown("unknownKind", place, "kind of outcome", word);

    public static Mistake UnknownTarget(Place place, string word) => Unknown("unknownTarget", place, "target", word);

    public static Mistake UnknownSurface(Place place, string word) => Unknown("unknownSurface", place, "surface", word);

    public static Mistake UnknownFeature(Place place, string word) => Unknown("unknownFeature", place, "feature", word);

    public static Mistake UnknownAudience(Place place, string word) => Unknown("unknownAudience", place, "audience", word);

    public static Mistake UnknownSeverity(Place place, string word) => Unknown("unknownSeverity", place, "severity", word);

    public static Mistake UnknownSet(Place place, string word) => Unknown("unknownSet", place, "set", word);

    public static Mistake UnknownConfidence(Place place, string word) =>
        Unknown("unknownConfidence", place, "confidence", word);

    public static Mistake UnknownCategory(Place place, string word) =>
        Unknown("unknownCategory", place, "category of the regulator", word);

    public static Mistake UnknownKeyword(Place place, string word) =>
        Unknown("unknownKeyword", place, "keyword of the regulator", word);

    public static Mistake UnknownGuideline(Place place, string code) => Unknown("unknownGuideline", place, "guideline", code);

    public static Mistake FloorOutOfRange(Place place, double floor) =>
        Wrong("floorOutOfRange", place, $"the floor {Plain(floor)} is not between 0 and 1.");

    public static Mistake WeightOutOfRange(Place place, double weight) =>
        Wrong("weightOutOfRange", place, $"the weight {Plain(weight)} is not between 0 and 1.");

    public static Mistake DemotionWithoutWeight(Place place) =>
        Wrong("demotionWithoutWeight", place, "a demotion needs a weight below 1.");

    public static Mistake FeatureMissing(Place place) =>
        Wrong("featureMissing", place, "an outcome that blocks features must name them.");

    public static Mistake TargetMismatch(Place place, string kind, string on) =>
        Wrong("targetMismatch", place, $"the outcome '{kind}' cannot fall on the {on}.");

    public static Mistake ContentOutcomeOnAccount(Place place) =>
        Wrong("contentOutcomeOnAccount", place, "where an account is judged, no outcome can fall on content.");

    public static Mistake RecommendationRemoves(Place place, string kind) => Wrong("recommendationRemoves", place,
        $"a recommendation guideline may only withhold or lower, so it cannot have the outcome '{kind}'.");

    public static Mistake NotPositive(Place place, string field, int value) =>
        Wrong("notPositive", place, $"'{field}' is {value}, but must be at least 1.");

    public static Mistake OutOfRange(Place place, string field, int value, int least, int most) =>
        Wrong("outOfRange", place, $"'{field}' is {value}, but must be from {least} to {most}.");

    public static Mistake AppealWindowTooShort(Place place, int months, int least) =>
        Wrong("appealWindowTooShort", place, $"the appeal window is {months} months; the law asks at least {least}.");

    public static Mistake DuplicateCode(Place place, string code) =>
        Wrong("duplicateCode", place, $"the code '{code}' is used twice.");

    public static Mistake ClauseCode(Place place, string code) =>
        Wrong("clauseCode", place, $"the clause '{code}' must begin with its guideline's code and a dot.");

    public static Mistake DuplicateKey(Place place, string key, string other) =>
        Wrong("duplicateKey", place, $"the key '{key}' already belongs to '{other}' of the same set.");

    public static Mistake KeyNotALetter(Place place, string key) =>
        Wrong("keyNotALetter", place, $"the key '{key}' is not one capital letter from A to Z.");

    public static Mistake CategoryMissing(Place place) =>
        Wrong("categoryMissing", place, "a statement of reasons needs at least one category.");

    public static Mistake UnknownLadder(Place place, string ladder) =>
        Wrong("unknownLadder", place, $"the ladder in use, '{ladder}', is not among the ladders.");

    public static Mistake LadderWithoutStep(Place place) => Wrong("ladderWithoutStep", place, "a ladder needs a step.");

    public static Mistake LadderNotAscending(Place place, int strikes) =>
        Wrong("ladderNotAscending", place, $"the step at {strikes} strikes does not follow a lower one.");

    public static Mistake LadderStrikes(Place place) =>
        Wrong("ladderStrikes", place, "a ladder answers strikes, so it cannot give any.");

    public static Mistake FactorTooSmall(Place place, double factor) =>
        Wrong("factorTooSmall", place, $"repeats multiply by {Plain(factor)}, but the factor must be over 1.");

    /// <summary>The file is no JSON from some line on, or as a whole.</summary>
    internal static Mistake NoJson(long? linesBefore)
    {
        var error = GuidelineErrors.Unreadable(Places.Line(linesBefore));
        return new(error.Code, error.Words, (int?)linesBefore + 1);
    }

    internal static Mistake Unknown(string code, Place place, string what, string word) =>
        Wrong(code, place, $"the {what} '{word}' is not known.");

    internal static Mistake Wrong(string code, Place place, string words) =>
        new($"rulebook.{code}", $"{place}: {words}", place.Line);

    internal static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}
