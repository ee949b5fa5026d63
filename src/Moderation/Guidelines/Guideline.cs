namespace Moderation.Guidelines;

/// <summary>One rule of a set, with what follows by default when somebody breaks it.</summary>
/// <param name="Code">For example <c>hate-speech</c>; unique, and stable across versions.</param>
/// <param name="Set">Whether it may remove or only withhold from recommendation.</param>
/// <param name="Title">What the rule is on.</param>
/// <param name="Text">What it says, as a member reads it.</param>
/// <param name="Severity">How soon a case under it is due.</param>
/// <param name="Restricted">Whether only child-safety specialists may open what falls under it.</param>
/// <param name="Key">The letter that chooses it on the review screen.</param>
/// <param name="StrikeWeight">How many strikes one breach counts for, from 1.</param>
/// <param name="OneStrike">Whether one breach is enough to lose the account.</param>
/// <param name="SevereLookBack">Whether strikes look back years instead of days.</param>
/// <param name="Outcomes">Defaults when a content item is judged.</param>
/// <param name="AccountOutcomes">Defaults when an account itself is judged.</param>
/// <param name="Categories">The regulator's categories, the main one first.</param>
/// <param name="Keyword">The regulator's keyword, where one fits.</param>
/// <param name="Clauses">Its finer parts, which inherit everything but their words.</param>
internal sealed record Guideline(
    string Code,
    GuidelineSet Set,
    string Title,
    string Text,
    Severity Severity,
    bool Restricted,
    string Key,
    int StrikeWeight,
    bool OneStrike,
    bool SevereLookBack,
    IReadOnlyList<OutcomeTemplate> Outcomes,
    IReadOnlyList<OutcomeTemplate> AccountOutcomes,
    IReadOnlyList<string> Categories,
    string? Keyword,
    IReadOnlyList<Clause> Clauses)
{
    /// <summary>The clause it was found by; null when found by its own code.</summary>
    public Clause? Clause { get; init; }

    /// <summary>The code of the group it stands under; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>When its list holds it; always unless the file gives dates.</summary>
    public Listing Listing { get; init; }

    /// <summary>Whether it, and the clause it was found by, may be applied at an instant.</summary>
    public bool IsListed(DateTimeOffset at) => Listing.Covers(at) && (Clause is null || Clause.IsListed(at));
}

/// <summary>A finer part of a guideline.</summary>
/// <param name="Code">The guideline's code, a dot and a word, for example <c>spam.repetitive</c>.</param>
/// <param name="Title">What it is on.</param>
/// <param name="Text">What it says, as a member reads it.</param>
internal sealed record Clause(string Code, string Title, string Text)
{
    /// <summary>When its list holds it; always unless the file gives dates.</summary>
    public Listing Listing { get; init; }

    public bool IsListed(DateTimeOffset at) => Listing.Covers(at);
}

/// <summary>The two sets of guidelines.</summary>
public enum GuidelineSet
{
    /// <summary>What may not be posted at all.</summary>
    Community,

    /// <summary>What may be posted but is not put before people who did not ask for it.</summary>
    Recommendation,
}

/// <summary>How grave a breach is, and so how soon a case is due.</summary>
public enum Severity
{
    Low = 1,
    Medium,
    High,
    Severe,
}
