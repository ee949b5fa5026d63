using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;

namespace Moderation.Ranking.Tests;

public sealed class RankerLaws
{
    private static readonly Gen<Verdict> Verdict = Gen.Frequency(
        (2, Gen.Constant(Ranking.Verdict.Allow)),
        (2, from tenths in Gen.Choose(1, 9) select new Verdict(VerdictAction.Allow, tenths / 10.0, [], [new("spam", [Guid.Empty])])),
        (1, Gen.Constant(new Verdict(VerdictAction.Cover, 1, [], [new("graphic-content", [Guid.Empty])]))),
        (1, Gen.Constant(new Verdict(VerdictAction.Drop, 0, [], [new("fraud", [Guid.Empty])]))));

    private static readonly Gen<RankCandidate> Candidate =
        from hours in Gen.Choose(0, 48)
        from like in Gen.Choose(0, 100)
        from report in Gen.Choose(0, 100)
        from verdict in Verdict
        select new RankCandidate("", Made.Start.AddHours(-hours), new Dictionary<string, double> { ["like"] = like / 100.0, ["report"] = report / 1000.0 }, verdict);

    private static readonly Gen<(Surface Surface, RankOrder Order, RankCandidate[] Candidates, int Limit)> Asked =
        from surface in Gen.Elements(Enum.GetValues<Surface>())
        from order in Gen.Elements(Enum.GetValues<RankOrder>())
        from count in Gen.Choose(0, 30)
        from all in Candidate.ArrayOf(count)
        from limit in Gen.Choose(1, 40)
        select (surface, order, all.Select((x, i) => x with { Content = $"c{i}" }).ToArray(), limit);

    // Law 9.
    [Fact]
    public void What_is_dropped_is_never_returned_and_is_said_to_be_left() => Law.Holds(Asked, x =>
    {
        var (items, left) = Ranker.Rank(SurfaceModel.Of(x.Surface), x.Order, x.Candidates, x.Limit);
        var dropped = x.Candidates.Where(c => c.Verdict.Action is VerdictAction.Drop).Select(c => c.Content).ToArray();
        return !items.Select(i => i.Content).Intersect(dropped).Any() && left.Select(l => l.Content).SequenceEqual(dropped)
            && items.Count == Math.Min(x.Limit, x.Candidates.Length - dropped.Length);
    });

    // Law 9.
    [Fact]
    public void A_value_is_exactly_the_unlimited_value_times_the_weight() => Law.Holds(Asked, x =>
    {
        var free = Ranker.Rank(SurfaceModel.Of(x.Surface), x.Order, x.Candidates.Select(c => c with { Verdict = Ranking.Verdict.Allow }), int.MaxValue)
            .Items.ToDictionary(i => i.Content, i => i.Value);
        return Ranker.Rank(SurfaceModel.Of(x.Surface), x.Order, x.Candidates, x.Limit).Items.All(i =>
            i.Value > 0 && i.Value.Equals(free[i.Content] * x.Candidates.Single(c => c.Content == i.Content).Verdict.Weight));
    });

    // Law 9.
    [Fact]
    public void A_smaller_weight_never_ranks_higher() => Law.Holds(
        from x in Asked from which in Gen.Choose(0, 29) from tenths in Gen.Choose(1, 9) select (x, which, tenths), t =>
        {
            if (t.which >= t.x.Candidates.Length || t.x.Order is not RankOrder.Ranked)
                return true;

            var (lowered, freed) = (t.x.Candidates.ToArray(), t.x.Candidates.ToArray());
            freed[t.which] = freed[t.which] with { Verdict = Ranking.Verdict.Allow };
            lowered[t.which] = lowered[t.which] with { Verdict = new(VerdictAction.Allow, t.tenths / 10.0, [], [new("spam", [Guid.Empty])]) };
            return Place(lowered) >= Place(freed);

            int Place(RankCandidate[] all) => Ranker.Rank(SurfaceModel.Of(t.x.Surface), RankOrder.Ranked, all, int.MaxValue)
                .Items.Select(i => i.Content).ToList().IndexOf($"c{t.which}");
        });

    // Law 1: ordering is never keyed on an id.
    [Fact]
    public void Other_ids_give_the_same_order() => Law.Holds(Asked, x =>
    {
        var renamed = x.Candidates.Select(c => c with { Content = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(c.Content))) }).ToArray();
        var names = x.Candidates.Zip(renamed).ToDictionary(p => p.First.Content, p => p.Second.Content);
        return Ranker.Rank(SurfaceModel.Of(x.Surface), x.Order, x.Candidates, x.Limit).Items.Select(i => names[i.Content])
            .SequenceEqual(Ranker.Rank(SurfaceModel.Of(x.Surface), x.Order, renamed, x.Limit).Items.Select(i => i.Content));
    });

    [Fact]
    public void The_map_to_values_is_strictly_increasing_and_over_nought() => Law.Holds(
        from a in Gen.Choose(-100_000, 100_000) from b in Gen.Choose(-100_000, 100_000) select (a / 100.0, b / 100.0), x =>
            SurfaceModel.Positive(x.Item1) > 0
            && (x.Item1 < x.Item2) == (SurfaceModel.Positive(x.Item1) < SurfaceModel.Positive(x.Item2)));

    [Fact]
    public void Chronological_is_newest_first()
    {
        RankCandidate[] all = [At(2), At(0), At(1)];
        Assert.Equal(["c0", "c1", "c2"], Ranker.Rank(SurfaceModel.Of(Surface.Feed), RankOrder.Chronological, all, 10).Items.Select(x => x.Content));

        static RankCandidate At(int hoursAgo) => new($"c{hoursAgo}", Made.Start.AddHours(-hoursAgo), new Dictionary<string, double>(), Ranking.Verdict.Allow);
    }
}
