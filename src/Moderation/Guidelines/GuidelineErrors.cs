using System.Globalization;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>Every way this room refuses. A place names the guideline or ladder and, where known, its line.</summary>
public static class GuidelineErrors
{
    public static Error NoneInForce { get; } = new(
        Refusal.Unknown, "rulebook.noneInForce", "No rulebook is in force at this time.");

    public static Error UnknownVersion { get; } = new(
        Refusal.Unknown, "rulebook.unknownVersion", "There is no rulebook of this number.");

    public static Error Unreadable(string place) => Wrong("unreadable", place, "what stands here cannot be read.");

    public static Error UnknownField(string place, string field) =>
        Wrong("unknownField", place, $"there is no field '{field}'.");

    public static Error MissingField(string place, string field) =>
        Wrong("missingField", place, $"the field '{field}' is missing or empty.");

    public static Error NameTooLong(string place, int most) =>
        Wrong("nameTooLong", place, $"a name has at most {most} characters.");

    public static Error UnknownKind(string place, string word) =>
        Unknown("unknownKind", place, "kind of outcome", word);

    public static Error UnknownTarget(string place, string word) => Unknown("unknownTarget", place, "target", word);

    public static Error UnknownSurface(string place, string word) => Unknown("unknownSurface", place, "surface", word);

    public static Error UnknownFeature(string place, string word) => Unknown("unknownFeature", place, "feature", word);

    public static Error UnknownAudience(string place, string word) =>
        Unknown("unknownAudience", place, "audience", word);

    public static Error UnknownSeverity(string place, string word) =>
        Unknown("unknownSeverity", place, "severity", word);

    public static Error UnknownSet(string place, string word) => Unknown("unknownSet", place, "set", word);

    public static Error UnknownConfidence(string place, string word) =>
        Unknown("unknownConfidence", place, "confidence", word);

    public static Error FloorOutOfRange(string place, double floor) =>
        Wrong("floorOutOfRange", place, $"the floor {Plain(floor)} is not between 0 and 1.");

    public static Error WeightOutOfRange(string place, double weight) =>
        Wrong("weightOutOfRange", place, $"the weight {Plain(weight)} is not between 0 and 1.");

    public static Error DemotionWithoutWeight(string place) =>
        Wrong("demotionWithoutWeight", place, "a demotion needs a weight below 1.");

    public static Error FeatureMissing(string place) =>
        Wrong("featureMissing", place, "an outcome that blocks features must name them.");

    public static Error TargetMismatch(string place, string kind, string on) =>
        Wrong("targetMismatch", place, $"the outcome '{kind}' cannot fall on the {on}.");

    public static Error ContentOutcomeOnAccount(string place) =>
        Wrong("contentOutcomeOnAccount", place, "where an account is judged, no outcome can fall on content.");

    public static Error RecommendationRemoves(string place, string kind) => Wrong("recommendationRemoves", place,
        $"a recommendation guideline may only withhold or lower, so it cannot have the outcome '{kind}'.");

    public static Error NotPositive(string place, string field, int value) =>
        Wrong("notPositive", place, $"'{field}' is {value}, but must be at least 1.");

    public static Error AppealWindowTooShort(string place, int months, int least) =>
        Wrong("appealWindowTooShort", place, $"the appeal window is {months} months; the law asks at least {least}.");

    public static Error DuplicateCode(string place, string code) =>
        Wrong("duplicateCode", place, $"the code '{code}' is used twice.");

    public static Error ClauseCode(string place, string code) =>
        Wrong("clauseCode", place, $"the clause '{code}' must begin with its guideline's code and a dot.");

    public static Error DuplicateKey(string place, string key, string other) =>
        Wrong("duplicateKey", place, $"the key '{key}' already belongs to '{other}' of the same set.");

    public static Error KeyNotALetter(string place, string key) =>
        Wrong("keyNotALetter", place, $"the key '{key}' is not one capital letter from A to Z.");

    public static Error CategoryMissing(string place) =>
        Wrong("categoryMissing", place, "a statement of reasons needs at least one category.");

    public static Error UnknownLadder(string place, string ladder) =>
        Wrong("unknownLadder", place, $"the ladder in use, '{ladder}', is not among the ladders.");

    public static Error LadderWithoutStep(string place) => Wrong("ladderWithoutStep", place, "a ladder needs a step.");

    public static Error LadderNotAscending(string place, int strikes) =>
        Wrong("ladderNotAscending", place, $"the step at {strikes} strikes does not follow a lower one.");

    public static Error LadderStrikes(string place) =>
        Wrong("ladderStrikes", place, "a ladder answers strikes, so it cannot give any.");

    private static Error Unknown(string code, string place, string what, string word) =>
        Wrong(code, place, $"the {what} '{word}' is not known.");

    private static Error Wrong(string code, string place, string words) =>
        new(Refusal.Invalid, $"rulebook.{code}", $"{place}: {words}");

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}
