using System.Text.Json;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>Reads a rulebook from its file, strictly: what is not understood is refused.</summary>
internal static class RulebookFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private static readonly Lazy<string> ShippedFile = new(() =>
    {
        using var file = typeof(RulebookFile).Assembly.GetManifestResourceStream("rulebook.json")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    });

    /// <summary>The default rulebook that comes with the product.</summary>
    public static string Shipped => ShippedFile.Value;

    /// <summary>The rulebook, or the first mistake.</summary>
    public static Result<Rulebook> Read(string json, int version) =>
        Mistakes(json, out var text).FirstOrDefault() is { } mistake ? mistake.Refusal : RulebookReading.Read(text!, version);

    /// <summary>
    /// All mistakes, in the order of the file; none where it can be read. Where fields are missing, misspelt or of the
    /// wrong form it names those alone: what the rest says can only be judged once they are in place.
    /// </summary>
    public static IReadOnlyList<Mistake> Check(string json) =>
        [.. Mistakes(json, out _).Distinct().OrderBy(x => x.Line ?? 0)];

    private static IEnumerable<Mistake> Mistakes(string json, out RulebookText? text)
    {
        text = null;
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            var places = new Places(json);
            if (new RulebookShape(Options).Misshapen(document.RootElement, places.Root).ToList() is not [] and var misshapen)
                return misshapen;

            text = JsonSerializer.Deserialize<RulebookText>(json, Options)!;
            return RulebookRules.Broken(text, places.Root);
        }
        catch (JsonException mistake)
        {
            return [RulebookMistakes.NoJson(mistake.LineNumber)];
        }
        // Half a surrogate pair, escaped or bare, is no JSON mistake to the reader.
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException)
        {
            return [RulebookMistakes.NoJson(null)];
        }
    }
}
