namespace Moderation.RepeatOffenders;

/// <summary>A strike while the fold walks on: what it reached, and what became of it.</summary>
internal sealed class CountedStrike(StrikeGiven strike)
{
    private readonly List<StepReached> steps = [];
    private bool stays;

    public StrikeGiven Strike { get; } = strike;

    /// <summary>What it reached, one after the other.</summary>
    public IReadOnlyList<StepReached> Steps => steps;

    /// <summary>Whether the step it reached brings nothing.</summary>
    public bool IsWarning { get; private set; }

    public DateTimeOffset? TrainedAt { get; private set; }

    /// <summary>From then on it does not count, because of a course.</summary>
    public DateTimeOffset? LapsesAt { get; private set; }

    public bool IsInForce(DateTimeOffset at) => IsInForce(at, at);

    /// <summary>Whether it counts at an instant, on the terms of another.</summary>
    public bool IsInForce(DateTimeOffset at, DateTimeOffset asOf) =>
        Strike.At <= at && !(LapsesAt <= at) && Strike.TermsAt(asOf) is { } terms && (stays || !(terms.Until <= at));

    public bool HasStep(DateTimeOffset at) => steps is [.., var last] && last.From <= at && !(last.To <= at);

    public int WeightAt(DateTimeOffset asOf) => Strike.TermsAt(asOf)?.Weight ?? 0;

    public StrikeInForce AsInForce(DateTimeOffset at)
    {
        var expires = stays ? null : Strike.TermsAt(at)?.Until;
        return new(Strike.Id, WeightAt(at), LapsesAt < expires || expires is null ? LapsesAt : expires, IsWarning);
    }

    public void Reach(StepJudged? judged, LadderInForce ladder)
    {
        IsWarning = judged is { Step: not null, Outcomes.Count: 0 };
        stays = IsWarning && ladder.Table.WarningStays;
        Open(judged, Strike.At, judged?.Outcomes ?? [], ladder);
    }

    /// <summary>From the instant of a new ladder on it is what that says; until then it stays what it was. What does not change is left alone.</summary>
    public void ReachAnew(StepJudged? judged, LadderInForce ladder)
    {
        IsWarning = judged is { Step: not null, Outcomes.Count: 0 };
        stays = IsWarning && ladder.Table.WarningStays;
        var at = ladder.From;
        StepOutcome[] then = [.. (judged?.Outcomes ?? []).Where(x => !(x.Until <= at))];
        StepOutcome[] now = HasStep(at) ? [.. steps[^1].Outcomes.Where(x => !(x.Until <= at))] : [];
        if (then.Length == now.Length && then.All(x => now.Any(x.IsSameAs)))
            return;

        if (now.Length > 0)
            Cut(at);
        Open(judged, at, then, ladder);
    }

    public void Lift(DateTimeOffset at, int lapsesAfterDays) => (TrainedAt, LapsesAt) = (at, at.AddDays(lapsesAfterDays));

    private void Cut(DateTimeOffset at)
    {
        var last = steps[^1];
        steps.RemoveAt(steps.Count - 1);
        if (last.From < at)
            steps.Add(last with { To = at, Outcomes = [.. last.Outcomes.Select(x => x.Until <= at ? x : x with { Until = at })] });
    }

    private void Open(StepJudged? judged, DateTimeOffset from, IReadOnlyList<StepOutcome> outcomes, LadderInForce ladder)
    {
        if (judged is { Step: { } step } && outcomes.Count > 0)
            steps.Add(new(
                Strike.Id, Strike.At, judged.Strikes, step, ladder.Version, ladder.Table.Code, from,
                outcomes.Any(x => x.Until is null) ? null : outcomes.Max(x => x.Until), outcomes)
            { Counted = judged.Counted });
    }
}
