using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Guidelines;

/// <summary>The sentences in which differences of rulebooks are said.</summary>
internal static partial class DiffWords
{
    private const int MostShown = 200;

    // What is read as running text, and compared by words.
    private static readonly string[] Texts = ["text", "title", "description", "note"];

    // What names a thing in a list, in this order.
    private static readonly string[] Identities = ["code", "strikes", "id", "name", "rating"];

    private static readonly string[] Account = ["strike", "featureBlocked", "suspended", "disabled", "demonetised"];

    public static bool IsText(string field) => Texts.Contains(field);

    public static bool IsOutcome(JsonElement x) => x.ValueKind is JsonValueKind.Object && x.TryGetProperty("kind", out _);

    public static bool SameOutcome(JsonElement a, JsonElement b) => Text(a, "kind") == Text(b, "kind") && Text(a, "on") == Text(b, "on");

    /// <summary>The field by which all of these are told apart; null where there is none.</summary>
    public static string? IdentityOf(JsonElement[] list) => list.Length == 0 || list.Any(x => x.ValueKind is not JsonValueKind.Object) ? null
        : Identities.FirstOrDefault(field => list.All(x => x.TryGetProperty(field, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number));

    public static string Joined(string path, string field) => path is "" ? Plain(field) : $"{path}, {Plain(field)}";

    public static string Sentence(string words) => words is "" ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>One thing of a list in words, for example "step at 2 strikes".</summary>
    public static string One(string list, string identity, string key) =>
        identity is "strikes" ? $"{Single(list)} at {key} {(key is "1" ? "strike" : "strikes")}" : $"{Single(list)} {key}";

    public static string TitleOf(JsonElement named) => Text(named, "title") ?? Text(named, "name") ?? "";

    /// <summary>What an added or dropped thing says, as far as we know how to say it.</summary>
    public static string Digest(JsonElement thing)
    {
        var said = new[] { Text(thing, "title") ?? Text(thing, "name"), Text(thing, "severity"), OutcomesIn(thing) }.Where(x => !string.IsNullOrEmpty(x)).ToArray();
        return said.Length == 0 ? "" : $": {string.Join(", ", said)}";
    }

    /// <summary>"When an account is judged: " and the like; nothing for a guideline's usual outcomes.</summary>
    public static string OutcomesOf(string name) => name switch
    {
        "outcomes" => "",
        "account outcomes" => "When an account is judged: ",
        _ => $"{Sentence(name.EndsWith(", outcomes", StringComparison.Ordinal) ? name[..^", outcomes".Length] : name)}: ",
    };

    /// <summary>For example "demoted to 0.5 in Feed and Stories for 7 days".</summary>
    public static string Outcome(JsonElement outcome)
    {
        var kind = Text(outcome, "kind") ?? "?";
        var words = Plain(kind);
        if (Listed(outcome, "features") is { Length: > 0 } features)
            words += $" ({string.Join(", ", features)})";
        if (outcome.TryGetProperty("weight", out var weight))
            words += $" to {Value(weight)}";
        if (Listed(outcome, "surfaces") is { Length: > 0 } surfaces)
            words += $" in {And([.. surfaces.Select(x => Sentence(Plain(x)))])}";
        if (Text(outcome, "on") is "author" && !Account.Contains(kind))
            words += " on the author";
        if (Text(outcome, "audience") is { } audience and not "everyone")
            words += $" for {Plain(audience)}";
        if (outcome.TryGetProperty("minAge", out var age) && age.ValueKind is JsonValueKind.Number)
            words += $" from {Value(age)} years of age";
        if (outcome.TryGetProperty("days", out var days) && days.ValueKind is JsonValueKind.Number)
            words += $" for {Value(days)} {(Value(days) is "1" ? "day" : "days")}";
        return words;
    }

    public static string List(JsonElement[] values) => values.Length == 0 ? "none" : string.Join(", ", values.Select(x => Value(x)));

    public static string Value(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => "none",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => value.Value.GetString() is { Length: > 0 } text ? Shortened(text) : "nothing",
        _ => Shortened(value.Value.GetRawText()),
    };

    private static string? OutcomesIn(JsonElement thing) => thing.TryGetProperty("outcomes", out var list) && list.ValueKind is JsonValueKind.Array
        ? string.Join("; ", list.EnumerateArray().Where(IsOutcome).Select(Outcome)) : null;

    private static string[] Listed(JsonElement part, string field) => part.TryGetProperty(field, out var list) && list.ValueKind is JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(x => Value(x))] : [];

    private static string? Text(JsonElement part, string field) =>
        part.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string And(string[] words) => words is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : string.Concat(words);

    private static string Single(string list) => Plain(list.EndsWith("ies", StringComparison.Ordinal) ? list[..^3] + "y" : list.TrimEnd('s'));

    private static string Shortened(string text) => text.Length <= MostShown ? text : text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";

    // "strikeWeight" is read as "strike weight"; a code stays as it is.
    private static string Plain(string field) => Humps().Replace(field, x => $" {char.ToLowerInvariant(x.Value[0])}");

    [GeneratedRegex("(?<=[a-z])[A-Z](?=[a-z])")]
    private static partial Regex Humps();
}
