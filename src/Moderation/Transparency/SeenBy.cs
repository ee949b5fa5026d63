using Moderation.Ranking;

namespace Moderation.Transparency;

/// <summary>Who may come upon a post, as far as rankers are told different things of it.</summary>
public enum Onlooker
{
    /// <summary>An adult who follows the author.</summary>
    Follower,

    /// <summary>An adult who does not.</summary>
    Stranger,

    /// <summary>Somebody under age who does not follow.</summary>
    Minor,

    /// <summary>Somebody of whom nothing is known, with the settings that everybody begins with.</summary>
    Unknown,
}

/// <summary>What rankers are told for one kind of viewer on one surface.</summary>
public sealed record SeenBy(Onlooker Onlooker, Surface Surface, Verdict Verdict)
{
    private static readonly Viewer UnderAge = new() { IsMinor = true };

    /// <summary>What everybody else is told, where it is not what the usual verdict of the surface says.</summary>
    internal static IReadOnlyList<SeenBy> Unlike(Func<Surface, Verdict> usual, Func<Request, Verdict> told) =>
    [
        .. from onlooker in Enum.GetValues<Onlooker>()
           from surface in Enum.GetValues<Surface>()
           let verdict = told(RequestOf(onlooker, surface))
           where !IsSame(verdict, usual(surface))
           select new SeenBy(onlooker, surface, verdict),
    ];

    internal static Request RequestOf(Onlooker onlooker, Surface surface) => onlooker switch
    {
        Onlooker.Follower => new(surface, Viewer.Adult, Follows: true),
        Onlooker.Stranger => new(surface, Viewer.Adult, Follows: false),
        Onlooker.Minor => new(surface, UnderAge, Follows: false),
        _ => new(surface, Viewer.Unknown, Follows: false),
    };

    /// <summary>Whether two say the same for the same reasons.</summary>
    internal static bool IsSame(Verdict one, Verdict other) =>
        (one.Action, one.Weight) == (other.Action, other.Weight) && one.Labels.SequenceEqual(other.Labels, StringComparer.Ordinal)
        && one.Grounds.Count == other.Grounds.Count && one.Grounds.Zip(other.Grounds).All(x => x.First.Code == x.Second.Code && x.First.Outcomes.SequenceEqual(x.Second.Outcomes));
}
