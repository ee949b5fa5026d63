namespace Moderation.Guidelines;

/// <summary>The table from number of strikes to what happens to the account.</summary>
/// <param name="Code">How the rulebook names it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="StrikeExpiryDays">Days after which a strike no longer counts.</param>
/// <param name="Steps">Ascending by strikes; never empty.</param>
internal sealed record LadderTable(string Code, string Name, int StrikeExpiryDays, IReadOnlyList<LadderStep> Steps)
{
    /// <summary>The highest step that so many strikes reach.</summary>
    public LadderStep? StepFor(int strikes) => Steps.LastOrDefault(x => x.Strikes <= strikes);
}

/// <summary>One row of a ladder.</summary>
/// <param name="Strikes">How many strikes reach it, from 1.</param>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Outcomes">All on the author; none for a mere warning.</param>
internal sealed record LadderStep(int Strikes, string Name, IReadOnlyList<OutcomeTemplate> Outcomes);
