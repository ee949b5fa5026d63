namespace Moderation.Guidelines;

/// <summary>The file as written: its fields are in place, its words not yet understood.</summary>
internal sealed record RulebookText(
    string Name,
    double CombinedWeightFloor,
    Windows Windows,
    string Ladder,
    IReadOnlyList<OutcomeText> OneStrike,
    IReadOnlyList<LadderText> Ladders,
    LadderText MisinformationLadder,
    IReadOnlyList<RatingText> Ratings,
    IReadOnlyList<SurfaceRuleText> SurfaceRules,
    IReadOnlyList<AccountRuleText> AccountRules,
    IReadOnlyList<GroupText> Groups,
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

internal sealed record GroupText(string Code, string Title, string Source, string Confidence, string? Parent = null);

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
    IReadOnlyList<ClauseText> Clauses,
    string? Keyword = null,
    string? Parent = null,
    string? From = null,
    string? Until = null);

internal sealed record ClauseText(
    string Code,
    string Title,
    string Text,
    string? From = null,
    string? Until = null,
    string? Source = null,
    string? Confidence = null);

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

internal sealed record RatingText(
    string Rating,
    bool Cover,
    bool CountsToRepeat,
    bool Demonetises,
    bool StrikesEarlierCopies,
    IReadOnlyList<OutcomeText> Outcomes,
    string Source,
    string Confidence,
    RatingLabel? Label = null,
    IReadOnlyList<WhereText>? Where = null);

/// <summary>Countries and days; what is left out does not limit.</summary>
internal sealed record WhereText(
    IReadOnlyList<string>? Regions = null,
    IReadOnlyList<string>? ExceptRegions = null,
    string? From = null,
    string? Until = null);

internal sealed record SurfaceRuleText(
    string Code,
    string Surface,
    string Guideline,
    string Fact,
    string Source,
    string Confidence,
    double? Below = null,
    double? Above = null);

internal sealed record AccountRuleText(
    string Code,
    string Title,
    string Counts,
    string Cure,
    IReadOnlyList<OutcomeText> Outcomes,
    string Source,
    string Confidence,
    int? AtLeast = null,
    int? OfLast = null,
    int? WindowDays = null,
    int? CureDays = null,
    IReadOnlyList<string>? Guidelines = null,
    string? From = null,
    string? Until = null);
