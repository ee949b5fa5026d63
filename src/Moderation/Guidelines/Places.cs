using System.Text.Json;

namespace Moderation.Guidelines;

/// <summary>Says where in a rulebook file something is, in words for whoever wrote it.</summary>
internal sealed class Places(string json)
{
    public const string Whole = "The rulebook";

    public string Guideline(string code) => Of("Guideline", code);

    public string Ladder(string code) => Of("Ladder", code);

    /// <summary>The place of a named part; of several with one code the last, which is the one too many.</summary>
    public string Of(string what, string code)
    {
        var at = json.LastIndexOf(JsonSerializer.Serialize(code), StringComparison.Ordinal);
        while (at >= 0 && !IsCode(at))
            at = at == 0 ? -1 : json.LastIndexOf(JsonSerializer.Serialize(code), at - 1, StringComparison.Ordinal);

        return at < 0 ? $"{what} '{code}'" : $"{what} '{code}' (line {LineAt(at)})";
    }

    public static string Line(long? beforeIt) => beforeIt is { } lines ? $"Line {lines + 1}" : Whole;

    private bool IsCode(int at) => json.AsSpan(0, at).TrimEnd().TrimEnd(':').TrimEnd().EndsWith("\"code\"");

    private int LineAt(int at) => json.AsSpan(0, at).Count('\n') + 1;
}
