using Moderation.Enforcement;

namespace Moderation.Recommendations;

/// <summary>A decision that a rule on accounts brought before.</summary>
/// <param name="Ends">When its outcomes end, or were ended; null for never.</param>
internal sealed record DerivedRun(
    Guid Id, string Code, int Version, DateTimeOffset From, IReadOnlyList<DateTimeOffset?> Ends, IReadOnlySet<Guid> Causes, DecisionState State);

/// <summary>What must change so that the derived decisions are those that the rules on accounts ask for, no more and no less.</summary>
/// <param name="Stale">They do not follow any more.</param>
/// <param name="Cured">They held until an instant.</param>
internal sealed record RunPlan(IReadOnlyList<Guid> Stale, IReadOnlyList<(Guid Id, DateTimeOffset At)> Cured, IReadOnlyList<RunOfRule> Missing)
{
    /// <param name="now">What ends later is not ended but decided anew, with its end.</param>
    public static RunPlan Of(IEnumerable<DerivedRun> derived, IReadOnlyList<RunOfRule> runs, DateTimeOffset now)
    {
        var (stale, cured, left) = (new List<Guid>(), new List<(Guid, DateTimeOffset)>(), runs.ToList());
        foreach (var decision in derived.Where(x => x.State is DecisionState.InForce).OrderBy(x => x.Id))
        {
            var found = left.FindIndex(x => IsSame(decision, x) && decision.Ends.Order().SequenceEqual(x.Ends.Order()));
            if (found < 0)
                found = left.FindIndex(x => IsSame(decision, x) && x.To <= now && decision.Ends.All(end => !(end < x.To)));
            if (found < 0)
            {
                stale.Add(decision.Id);
                continue;
            }

            if (left[found] is { To: { } to } && decision.Ends.Any(end => !(end <= to)))
                cured.Add((decision.Id, to));
            left.RemoveAt(found);
        }

        return new(stale, cured, left);
    }

    private static bool IsSame(DerivedRun decision, RunOfRule run) =>
        decision.Code == run.Code && decision.Version == run.Version && decision.From == run.From && decision.Causes.SetEquals(run.Causes);
}
