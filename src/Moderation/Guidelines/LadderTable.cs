namespace Moderation.Guidelines;

/// <summary>The table from strikes to what happens to the account.</summary>
/// <param name="Code">How the rulebook names it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Expiry">How long a strike counts.</param>
/// <param name="Steps">Ascending by strikes; never empty.</param>
/// <param name="WarningStays">Whether the strike that brought a mere warning counts until training lifts it.</param>
/// <param name="Training">What a course lifts; null where there is none.</param>
/// <param name="Repeats">How repeats under one guideline lengthen what a step brings; null where they do not.</param>
internal sealed record LadderTable(
    string Code, string Name, StrikeExpiry Expiry, IReadOnlyList<LadderStep> Steps, bool WarningStays, Training? Training, Repeats? Repeats)
{
    /// <summary>The highest step that strikes of so much weight reach.</summary>
    public LadderStep? StepFor(int strikes) => Steps.LastOrDefault(x => x.Strikes <= strikes);
}

/// <summary>Days after which a strike no longer counts, by the severity of its guideline; null for never.</summary>
internal sealed record StrikeExpiry(int? Low = null, int? Medium = null, int? High = null, int? Severe = null)
{
    public int? For(Severity severity) => severity switch
    {
        Severity.Severe => Severe,
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}

/// <summary>One row of a ladder.</summary>
/// <param name="Strikes">How much weight of strikes reaches it, from 1.</param>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Outcomes">All on the author; none for a mere warning.</param>
internal sealed record LadderStep(int Strikes, string Name, IReadOnlyList<OutcomeTemplate> Outcomes);

/// <summary>A short course that lifts a first warning.</summary>
/// <param name="CleanMonths">Calendar months without another before it may be taken again.</param>
/// <param name="LapsesAfterDays">Days from the course until the warning no longer counts; 0 for at once.</param>
/// <param name="NotFor">Guidelines whose warnings it does not lift.</param>
internal sealed record Training(int CleanMonths, int LapsesAfterDays, IReadOnlyList<string> NotFor);

/// <summary>Each strike in force under the same guideline before this one multiplies the days of what a step brings.</summary>
/// <param name="Factor">Over 1.</param>
/// <param name="MostDays">It does not grow beyond.</param>
internal sealed record Repeats(double Factor, int MostDays);
