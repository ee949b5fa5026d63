using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.RepeatOffenders;

namespace Moderation.Transparency;

/// <summary>How an account stands on the ladder of misinformation, which counts nothing but ratings.</summary>
/// <param name="Strikes">The posts whose ratings count, each once, in the order in which they began to.</param>
/// <param name="InForce">How many those are.</param>
/// <param name="NextEnds">When the first of them stops counting; null where none counts.</param>
/// <param name="Ladder">Its steps.</param>
/// <param name="NextStep">What the next step that brings something else would be, or the last one again; null where there is none.</param>
/// <param name="StrikesToNextStep">How many more reach it; 0 where there is none.</param>
/// <param name="WindowDays">For how many days each counts; null for always.</param>
public sealed record MisinformationStatus(
    IReadOnlyList<AccountStatus.Strike> Strikes, int InForce, DateTimeOffset? NextEnds, IReadOnlyList<AccountStatus.LadderRow> Ladder, string? NextStep,
    int StrikesToNextStep, int? WindowDays)
{
    internal static MisinformationStatus Of(StrikeRecord record, Rulebook rulebook, DateTimeOffset now)
    {
        var (counted, next) = (record.InForce(now), record.NextStep(now));
        return new(
            [.. counted.Strikes.Select(x => (InForce: x, Given: record.Strikes.First(y => y.Id == x.Id))).OrderBy(x => x.Given.At).Select(x => new AccountStatus.Strike(
                record.Decisions[x.Given.Id], x.Given.Guideline, rulebook.Rule(x.Given.Guideline)?.Title ?? x.Given.Guideline, x.Given.At, x.InForce.Until, x.InForce.Weight))],
            counted.Weight, counted.Strikes.Min(x => x.Until), [.. rulebook.MisinformationLadder.Steps.Select(AccountStatus.LadderRow.Of)],
            next?.Step.Name, next?.Weight ?? 0, rulebook.MisinformationWindowDays);
    }
}
