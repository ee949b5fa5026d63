namespace Moderation.Detection;

/// <summary>Two accounts tied both ways.</summary>
internal readonly record struct Pair(long One, long Other)
{
    public static Pair Of(long one, long other) => one < other ? new(one, other) : new(other, one);
}

/// <summary>
/// What is left of a graph when every pair must have so many partners in common (a k-truss: Cohen 2008), and the groups in it:
/// pairs hang together where they share a triangle (Huang and others 2014), so one who is in two groups does not make them one.
/// </summary>
internal sealed class Truss
{
    private readonly Dictionary<long, HashSet<long>> partners = [];
    private readonly HashSet<Pair> pairs;

    /// <param name="common">Partners in common that each pair has, 1 or more.</param>
    public Truss(IEnumerable<Pair> among, int common)
    {
        pairs = [.. among];
        foreach (var (one, other) in pairs)
        {
            Of(one).Add(other);
            Of(other).Add(one);
        }

        Peel(common);
    }

    /// <summary>Each with all its pairs; together, every pair that is left.</summary>
    public IEnumerable<IReadOnlyCollection<Pair>> Groups()
    {
        var unseen = pairs.ToHashSet();
        foreach (var first in pairs)
        {
            if (!unseen.Remove(first))
                continue;

            var (group, next) = (new List<Pair> { first }, new Stack<Pair>([first]));
            while (next.TryPop(out var pair))
                foreach (var beside in Beside(pair).Where(unseen.Remove))
                {
                    group.Add(beside);
                    next.Push(beside);
                }

            yield return group;
        }
    }

    // Whoever is let go takes a triangle from those beside; so on until all that are left have enough.
    private void Peel(int common)
    {
        var count = pairs.ToDictionary(x => x, x => Common(x).Count());
        var going = new Queue<Pair>(count.Where(x => x.Value < common).Select(x => x.Key));
        while (going.TryDequeue(out var pair))
        {
            foreach (var beside in Beside(pair).ToList())
                if (--count[beside] == common - 1)
                    going.Enqueue(beside);
            pairs.Remove(pair);
            partners[pair.One].Remove(pair.Other);
            partners[pair.Other].Remove(pair.One);
        }
    }

    private IEnumerable<Pair> Beside(Pair pair) => Common(pair).SelectMany(x => new[] { Pair.Of(x, pair.One), Pair.Of(x, pair.Other) });

    private IEnumerable<long> Common(Pair pair)
    {
        var (few, many) = partners[pair.One].Count < partners[pair.Other].Count ? (pair.One, pair.Other) : (pair.Other, pair.One);
        return partners[few].Where(partners[many].Contains);
    }

    private HashSet<long> Of(long account) => partners.TryGetValue(account, out var known) ? known : partners[account] = [];
}
