namespace Moderation.Ranking;

/// <summary>All that is in force on one subject at an instant: the fold of its outcomes, in whatever order they came.</summary>
public sealed class Standing : IEquatable<Standing>
{
    private readonly Outcome[] outcomes;

    private Standing(Outcome[] outcomes) => this.outcomes = outcomes;

    public static Standing Clear { get; } = new([]);

    /// <summary>In an order of their own: by kind, then ground, then id.</summary>
    public IReadOnlyList<Outcome> Outcomes => outcomes;

    public bool IsClear => outcomes.Length == 0;

    /// <summary>What holds at an instant, by what was known at another; an outcome that came twice counts once.</summary>
    public static Standing Of(IEnumerable<Outcome> outcomes, DateTimeOffset at, DateTimeOffset known)
    {
        var inForce = outcomes.Where(x => x.IsInForce(at, known)).DistinctBy(x => x.Id).ToArray();
        if (inForce.Length == 0)
            return Clear;

        Array.Sort(inForce, static (a, b) =>
            a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
            : string.CompareOrdinal(a.Ground, b.Ground) is var byGround and not 0 ? byGround
            : a.Id.CompareTo(b.Id));
        return new(inForce);
    }

    public bool Equals(Standing? other) =>
        other is not null && outcomes.Select(x => x.Id).SequenceEqual(other.outcomes.Select(x => x.Id));

    public override bool Equals(object? obj) => Equals(obj as Standing);

    public override int GetHashCode() => outcomes.Aggregate(0, (hash, x) => HashCode.Combine(hash, x.Id));
}
