namespace Moderation.Guidelines;

/// <summary>The file as written: its fields are in place, its words not yet understood.</summary>
internal sealed record RulebookText(
    string Name,
    double CombinedWeightFloor,
    Windows Windows,
    string Ladder,
    IReadOnlyList<OutcomeText> OneStrike,
    IReadOnlyList<LadderText> Ladders,
    IReadOnlyList<GuidelineText> Guidelines,
    IReadOnlyDictionary<string, OriginText>? Sources = null);

/// <summary>Where a number comes from and how far it can be trusted: H, M, L, or K for our own choice.</summary>
internal sealed record OriginText(string Source, string Confidence);

internal sealed record LadderText(
    string Code,
    string Name,
    string Source,
    string Confidence,
    StrikeExpiry StrikeExpiryDays,
    IReadOnlyList<StepText> Steps,
    bool WarningStays = false,
    Training? Training = null,
    Repeats? Repeats = null);

internal sealed record StepText(
    int Strikes,
    string Name,
    IReadOnlyList<OutcomeText> Outcomes,
    string? Source = null,
    string? Confidence = null);

internal sealed record GuidelineText(
    string Code,
    string Set,
    string Title,
    string Text,
    string Severity,
    bool Restricted,
    string Key,
    int StrikeWeight,
    bool OneStrike,
    bool SevereLookBack,
    IReadOnlyList<OutcomeText> Outcomes,
    IReadOnlyList<OutcomeText> AccountOutcomes,
    IReadOnlyList<string> Categories,
    string Source,
    string Confidence,
    IReadOnlyList<Clause> Clauses,
    string? Keyword = null);

internal sealed record OutcomeText(
    string Kind,
    string On,
    IReadOnlyList<string>? Surfaces = null,
    double? Weight = null,
    int? Days = null,
    IReadOnlyList<string>? Features = null,
    string? Audience = null,
    int? MinAge = null,
    string? Source = null,
    string? Confidence = null);
