using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.RepeatOffenders;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.Laws;

/// <summary>The ladder of misinformation against a reckoning that asks of each instant anew, on the pure fold.</summary>
public sealed class MisinformationLaws
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (int Threshold, int Window, int Length)[] Numbers = [(2, 90, 90), (3, 90, 90), (2, 60, 30), (2, 30, 90), (4, 45, 15)];

    private static readonly string[] Severities = ["low", "medium", "high", "severe"];

    private static readonly Dictionary<(int, int, int), LadderInForce> Ladders = Numbers.ToDictionary(x => x, LadderOf);

    // Fifteen days apart and a tick beside, so that windows often end just when something begins.
    private static readonly Gen<DateTimeOffset> Instant =
        from day in Gen.Choose(0, 24) from beside in Gen.Elements(-1, 0, 0, 0, 1) select Start.AddDays(day * 15).AddTicks(beside);

    private static readonly Gen<Life> Lives =
        from numbers in Gen.Elements(Numbers)
        from count in Gen.Choose(0, 9)
        from at in Instant.ArrayOf(count)
        from takenBack in Gen.Choose(0, 2).ArrayOf(count)
        from seed in Gen.Choose(0, 10_000)
        select new Life(numbers, [.. at.Select((x, i) => new Rated(new Guid(i + 1, 0, 0, new byte[8]), x, takenBack[i] == 0))], seed);

    [Fact]
    public void An_account_is_limited_at_exactly_the_instants_at_which_a_count_says_so() => Law.Holds(Lives, x =>
    {
        var steps = Ladder.Timeline(x.Shuffled().Select(y => y.Given(x.Numbers.Window)), [], [x.Ladder]);
        return x.Instants().All(at => steps.Any(step => step.From <= at && at < step.To) == Repeats.IsLimited(x.Rated.Select(y => y.At), x.Numbers, at));
    }, times: 5000);

    // Law 2 and law 4: however it came, was taken back and came again, what stands is what the ratings that are left ask for.
    [Fact]
    public void Whatever_came_and_went_in_whatever_order_what_stands_follows_from_what_is_left() => Law.Holds(Lives, x =>
    {
        var (account, left, chance) = (new FoldedAccount(), x.Rated.Where(y => !y.IsTakenBack).ToArray(), new Random(x.Seed));
        account.Live(new([], [], [x.Ladder]));
        foreach (var rated in x.Shuffled())
        {
            account.Give(rated.Given(x.Numbers.Window));
            if (rated.IsTakenBack || chance.Next(3) == 0)
                account.TakeBack(rated.Id);
            if (!rated.IsTakenBack && chance.Next(2) == 0)
                account.TakeBack(rated.Id);
        }

        foreach (var rated in left.OrderBy(_ => chance.Next()))
        {
            account.TakeBack(rated.Id);
            account.Give(rated.Given(x.Numbers.Window));
        }

        return x.Instants().All(at => account.Times.Any(y => y.From <= at && !(y.Until <= at)) == Repeats.IsLimited(left.Select(y => y.At), x.Numbers, at));
    }, times: 3000);

    private static LadderInForce LadderOf((int Threshold, int Window, int Length) numbers)
    {
        var rulebook = ShippedRulebook.Changed(x =>
        {
            var ladder = x["misinformationLadder"]!.AsObject();
            foreach (var severity in Severities)
                ladder["strikeExpiryDays"]![severity] = numbers.Window;
            foreach (var outcome in ladder.Step(2)["outcomes"]!.AsArray())
                outcome!["days"] = numbers.Length;
            ladder.Step(2)["strikes"] = numbers.Threshold;
        });
        return LadderInForce.Of(rulebook, StrikeKind.Misinformation, Start.AddYears(-1));
    }

    private sealed record Rated(Guid Id, DateTimeOffset At, bool IsTakenBack)
    {
        public StrikeGiven Given(int window) => new(Id, At, "fact-check.false", [new(At, null, 1, At.AddDays(window), false)]);
    }

    private sealed record Life((int Threshold, int Window, int Length) Numbers, Rated[] Rated, int Seed)
    {
        public LadderInForce Ladder => Ladders[Numbers];

        public Rated[] Shuffled()
        {
            var rated = Rated.ToArray();
            new Random(Seed).Shuffle(rated);
            return rated;
        }

        public IEnumerable<DateTimeOffset> Instants() => Repeats.Around(Rated.Select(x => x.At), Numbers);
    }
}

/// <summary>Repeated misinformation as its rule is told, reckoned anew for each instant.</summary>
internal static class Repeats
{
    /// <summary>Whether at some rated post not so long ago enough of them counted.</summary>
    public static bool IsLimited(IEnumerable<DateTimeOffset> rated, (int Threshold, int Window, int Length) numbers, DateTimeOffset at)
    {
        var all = rated.ToArray();
        return all.Any(x => x <= at && at < x.AddDays(numbers.Length) && all.Count(y => y <= x && x < y.AddDays(numbers.Window)) >= numbers.Threshold);
    }

    /// <summary>Every instant at which anything may change, and the ticks beside it.</summary>
    public static IEnumerable<DateTimeOffset> Around(IEnumerable<DateTimeOffset> rated, (int Threshold, int Window, int Length) numbers) =>
        rated.SelectMany(x => new[] { x, x.AddDays(numbers.Window), x.AddDays(numbers.Length) }).SelectMany(x => new[] { x.AddTicks(-1), x, x.AddTicks(1) }).Distinct().Order();
}
