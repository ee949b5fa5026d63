using System.Text.Json;
using Moderation.Pipeline;
using Moderation.Ranking;

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

    public static Result<Rulebook> Read(string json, int version)
    {
        var places = new Places(json);
        return Parse(json, places).Match<Result<Rulebook>>(
            ok: x => RulebookRules.Broken(x, places).FirstOrDefault() is { } broken ? broken : Understand(x, version),
            refused: x => x);
    }

    private static Result<RulebookText> Parse(string json, Places places)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return new RulebookShape(places, Options).Check(document.RootElement) is { } misshapen
                ? misshapen
                : JsonSerializer.Deserialize<RulebookText>(json, Options)!;
        }
        catch (JsonException mistake)
        {
            return GuidelineErrors.Unreadable(Places.Line(mistake.LineNumber));
        }
        // Half a surrogate pair, escaped or bare, is no JSON mistake to the reader.
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException)
        {
            return GuidelineErrors.Unreadable(Places.Whole);
        }
    }

    private static Rulebook Understand(RulebookText text, int version) => new(
        version,
        text.Name,
        text.CombinedWeightFloor,
        text.Windows,
        text.Ladder,
        [.. text.OneStrike.Select(Understand)],
        [.. text.Ladders.Select(Understand)],
        [.. text.Guidelines.Select(Understand)]);

    private static LadderTable Understand(LadderText text) =>
        new(
        text.Code, text.Name, text.StrikeExpiryDays, [.. text.Steps.Select(Understand)], text.WarningStays, text.Training, text.Repeats);

    private static LadderStep Understand(StepText text) =>
        new(text.Strikes, text.Name, [.. text.Outcomes.Select(Understand)]);

    private static Guideline Understand(GuidelineText text) => new(
        text.Code,
        Word<GuidelineSet>(text.Set),
        text.Title,
        text.Text,
        Word<Severity>(text.Severity),
        text.Restricted,
        text.Key,
        text.StrikeWeight,
        text.OneStrike,
        text.SevereLookBack,
        [.. text.Outcomes.Select(Understand)],
        [.. text.AccountOutcomes.Select(Understand)],
        text.Categories,
        text.Keyword,
        text.Clauses);

    private static OutcomeTemplate Understand(OutcomeText text) => new(
        Word<OutcomeKind>(text.Kind),
        Word<OutcomeTarget>(text.On),
        text.Surfaces is { } surfaces ? SurfaceSet.Of(surfaces.Select(Word<Surface>)) : SurfaceSet.All,
        text.Weight ?? 1,
        text.Days,
        [.. (text.Features ?? []).Select(Word<Feature>)],
        text.Audience is { } audience ? Word<Audience>(audience) : Audience.Everyone,
        text.MinAge);

    private static T Word<T>(string code) where T : struct, Enum => Codes.Read<T>(code)!.Value;
}
