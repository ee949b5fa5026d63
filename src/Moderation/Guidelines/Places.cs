using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Guidelines;

/// <summary>Knows on which line of a rulebook file each part stands and what its writer calls it.</summary>
internal sealed class Places
{
    /// <summary>What a reader calls the file where no part of it is meant.</summary>
    public const string Whole = "The rulebook";

    private static readonly (Regex Path, string What)[] Parts =
    [
        (new(@"^\$\.guidelines\[\d+\]\.clauses\[(\d+)\]"), "Clause"),
        (new(@"^\$\.guidelines\[(\d+)\]"), "Guideline"),
        (new(@"^\$\.ladders\[(\d+)\]"), "Ladder"),
        (new(@"^\$\.misinformationLadder\b()"), "Ladder"),
        (new(@"^\$\.groups\[(\d+)\]"), "Group"),
        (new(@"^\$\.ratings\[(\d+)\]"), "Rating"),
        (new(@"^\$\.surfaceRules\[(\d+)\]"), "Surface rule"),
        (new(@"^\$\.accountRules\[(\d+)\]"), "Account rule"),
    ];

    private static readonly string[] Naming = ["code", "rating"];

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private int line = 1;
    private int read;

    /// <summary>Throws where the file is no JSON or holds half a character.</summary>
    public Places(string json)
    {
        var file = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(file);
        reader.Read();
        Note(file, ref reader, "$");
    }

    public Place Root => new(this, "$");

    /// <summary>A line by how many come before it, where that is known.</summary>
    public static string Line(long? linesBefore) => linesBefore is { } lines ? $"Line {lines + 1}" : Whole;

    /// <summary>The line of what stands at a path; of a part that has a name, the line of the name.</summary>
    public int? LineOf(string path) =>
        Naming.Select(x => lines.GetValueOrDefault($"{path}.{x}")).Append(lines.GetValueOrDefault(path)).FirstOrDefault(x => x > 0)
            is > 0 and var found ? found : null;

    public string NameOf(string path)
    {
        foreach (var (pattern, what) in Parts)
            if (pattern.Match(path) is { Success: true } part)
                return Named(what, part) + Step(path);

        return path.StartsWith("$.windows", StringComparison.Ordinal) ? "The windows"
            : path.StartsWith("$.oneStrike", StringComparison.Ordinal) ? "One strike"
            : Regex.Match(path, @"^\$\.sources\.(.+?)(\.source|\.confidence)?$") is { Success: true } source
                ? $"The source of '{source.Groups[1].Value}'"
            : Whole;
    }

    private string Named(string what, Match part) =>
        Naming.Select(x => values.GetValueOrDefault($"{part.Value}.{x}")).FirstOrDefault(x => !string.IsNullOrWhiteSpace(x)) is { } name
            ? $"{what} '{name}'"
            : int.TryParse(part.Groups[1].Value, CultureInfo.InvariantCulture, out var index) ? $"{what} {index + 1}" : what;

    private string Step(string path) =>
        Regex.Match(path, @"\.steps\[\d+\]") is { Success: true } step
        && values.TryGetValue($"{path[..(step.Index + step.Length)]}.strikes", out var strikes)
            ? $", at {strikes} strikes"
            : "";

    private void Note(ReadOnlySpan<byte> file, ref Utf8JsonReader reader, string path)
    {
        lines.TryAdd(path, LineAt(file, reader));
        if (reader.TokenType is JsonTokenType.StartObject)
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var field = $"{path}.{reader.GetString()}";
                lines.TryAdd(field, LineAt(file, reader));
                reader.Read();
                Note(file, ref reader, field);
            }
        else if (reader.TokenType is JsonTokenType.StartArray)
            for (var i = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; i++)
                Note(file, ref reader, $"{path}[{i}]");
        else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            values.TryAdd(path, reader.TokenType is JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
    }

    // The reader only goes forward, so each line end is counted once.
    private int LineAt(ReadOnlySpan<byte> file, in Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        line += file[read..at].Count((byte)'\n');
        read = at;
        return line;
    }
}

/// <summary>A place in a rulebook file, written with the part it is in and its line.</summary>
internal sealed class Place(Places places, string path)
{
    public int? Line => places.LineOf(path);

    public Place this[string field] => new(places, $"{path}.{field}");

    public Place this[int index] => new(places, $"{path}[{index}]");

    public override string ToString() => places.NameOf(path) + (Line is { } line ? $" (line {line})" : "");
}
