namespace Moderation.Detection;

/// <summary>
/// Groups that agreed to engage one another. Accounts tied both ways (<see cref="QuickTies"/>) make a graph; its
/// <see cref="Truss"/> leaves pairs with many partners in common; each group in it that is dense enough is one, and one that is
/// not, because several hang together by those who are in more than one, is taken apart from its edge. Friends come late and miss most posts, so few of their ties hold at
/// all; a pod turns up at nearly every post of every member.
/// </summary>
internal static class Pods
{
    public const string Name = "engagement.pod";
    public const string Version = "1";

    /// <summary>Fewer are friends, however eager.</summary>
    public const int LeastMembers = 6;

    /// <summary>Partners in common that each pair has.</summary>
    public const int LeastCommon = 3;

    /// <summary>Of all pairs within the group: so many are tied both ways.</summary>
    public const double LeastDensity = 0.4;

    /// <param name="Members">By key, ascending.</param>
    /// <param name="Density">Share of pairs tied both ways.</param>
    /// <param name="Quick">To how many posts of each other they came within minutes, all pairs together.</param>
    /// <param name="Posts">Of how many.</param>
    /// <param name="Chance">How many it would be by chance.</param>
    public sealed record Found(IReadOnlyList<long> Members, double Density, int Quick, int Posts, double Chance)
    {
        public double Score => (Density + (Quick - Math.Min(Quick, Chance)) / Posts) / 2;
    }

    /// <summary>All groups among these ties, some with members in common; the order of ties does not matter.</summary>
    public static IReadOnlyList<Found> In(IReadOnlyCollection<Tie> ties)
    {
        var directed = ties.DistinctBy(x => (x.From, x.To)).ToDictionary(x => (x.From, x.To));
        Pair[] mutual = [.. directed.Keys.Where(x => x.From < x.To && directed.ContainsKey((x.To, x.From))).Select(x => new Pair(x.From, x.To))];
        return [.. new Truss(mutual, LeastCommon).Groups().SelectMany(x => DensityOf(x) >= LeastDensity ? [x] : TakenApart(x)).Where(x => MembersOf(x).Count >= LeastMembers).Select(x => Describe(x, directed)).OrderByDescending(x => x.Score).ThenBy(x => x.Members[0]).ThenByDescending(x => x.Members.Count)];
    }

    /// <summary>One for each member, of the surest of their groups.</summary>
    public static IEnumerable<Suspected> Suspect(IReadOnlyCollection<Tie> ties) => (
        from found in In(ties)
        from member in found.Members
        select new Suspected(member, Name, Version, "engagement pod", found.Score, Explained.By(
            "Pod", found.Members.Count, QuickTies.Quick.TotalMinutes, 100.0 * found.Quick / found.Posts, found.Posts, Math.Ceiling(100 * found.Chance / found.Posts))))
        .DistinctBy(x => x.Who);

    // Whoever has fewest partners is in one group only: with their partners, and with those who know half of these, it is whole.
    private static IEnumerable<IReadOnlyCollection<Pair>> TakenApart(IReadOnlyCollection<Pair> group)
    {
        var left = group.ToHashSet();
        while (left.Count > 0)
        {
            var partners = left.Concat(left.Select(x => new Pair(x.Other, x.One))).GroupBy(x => x.One, x => x.Other).ToDictionary(x => x.Key, x => x.ToHashSet());
            var (outermost, closest) = partners.MinBy(x => (x.Value.Count, x.Key));
            var near = closest.Append(outermost).ToHashSet();
            var members = partners.Where(x => near.Contains(x.Key) || x.Value.Count(near.Contains) * 2 >= near.Count).Select(x => x.Key).ToHashSet();
            Pair[] within = [.. left.Where(x => members.Contains(x.One) && members.Contains(x.Other))];
            var isOne = DensityOf(within) >= LeastDensity && members.Count >= LeastMembers;
            if (isOne)
                yield return within;
            left.ExceptWith(isOne ? within : within.Where(x => x.One == outermost || x.Other == outermost));
        }
    }

    private static SortedSet<long> MembersOf(IEnumerable<Pair> group) => [.. group.SelectMany(x => new[] { x.One, x.Other })];

    private static double DensityOf(IReadOnlyCollection<Pair> group)
    {
        var members = MembersOf(group).Count;
        return 2.0 * group.Count / (members * (members - 1.0));
    }

    private static Found Describe(IReadOnlyCollection<Pair> group, Dictionary<(long From, long To), Tie> directed)
    {
        Tie[] within = [.. group.OrderBy(x => x.One).ThenBy(x => x.Other).SelectMany(x => new[] { directed[(x.One, x.Other)], directed[(x.Other, x.One)] })];
        return new([.. MembersOf(group)], DensityOf(group), within.Sum(x => x.Quick), within.Sum(x => x.Posts), within.Sum(x => x.Chance));
    }
}
