using FsCheck;
using FsCheck.Fluent;
using Moderation.FactChecks;
using Moderation.Laws;
using Moderation.Pipeline;

namespace Moderation.Tests.Laws;

// What ended stays ended, time alone makes late, and late closes nothing.
public sealed class DisputeLaws
{
    private static readonly DateTimeOffset Filed = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(DisputeAct Act, int Minutes)[]> Histories = (
        from act in Gen.Elements(Enum.GetValues<DisputeAct>())
        from minutes in Gen.Choose(0, 1500)
        select (act, minutes)).ArrayOf();

    [Fact]
    public void The_first_act_ends_it_and_every_other_is_refused_by_the_name_of_that_end() => Law.Holds(Histories, history =>
    {
        var (state, end) = (DisputeState.Filed, (DisputeState?)null);
        var (now, due) = (Filed, Filed.AddHours(24));
        foreach (var (act, minutes) in history)
        {
            now = now.AddMinutes(minutes);
            var seen = Dispute.StateAt(state, due, now);
            if (end is null && seen != (now > due ? DisputeState.Overdue : DisputeState.Filed) || end is { } ended && seen != ended)
                return false;

            var isTaken = Dispute.After(seen, act).IsOk(out var next, out var refusal);
            if (isTaken != end is null || Dispute.IsOpen(seen) != end is null)
                return false;
            if (!isTaken && refusal!.Code != $"dispute.{end!.Value.ToString().ToLowerInvariant()}")
                return false;
            if (isTaken)
                (state, end) = (next, next);
        }

        return end is null == (history.Length == 0);
    });
}
