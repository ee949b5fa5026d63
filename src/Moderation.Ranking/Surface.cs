using System.Numerics;

namespace Moderation.Ranking;

/// <summary>A place of the network where content or accounts are shown.</summary>
public enum Surface
{
    Feed,
    Stories,
    Explore,
    Reels,
    Search,
    Hashtags,
    SuggestedAccounts,
    Comments,
    Profile,
}

/// <summary>A set of surfaces.</summary>
public readonly record struct SurfaceSet(int Bits)
{
    public static SurfaceSet All { get; } = Of(Enum.GetValues<Surface>());

    /// <summary>Where content is put before people who did not ask for its author; in the feed only for them.</summary>
    public static SurfaceSet Recommending { get; } =
        Of(Surface.Feed, Surface.Explore, Surface.Reels, Surface.Search, Surface.Hashtags, Surface.SuggestedAccounts);

    public int Count => BitOperations.PopCount((uint)Bits);

    public static SurfaceSet Of(params IEnumerable<Surface> surfaces) =>
        new(surfaces.Aggregate(0, (bits, surface) => bits | 1 << (int)surface));

    public bool Contains(Surface surface) => (Bits & 1 << (int)surface) != 0;

    public IEnumerable<Surface> Each() => Enum.GetValues<Surface>().Where(Contains);
}
