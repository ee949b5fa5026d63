namespace Moderation.Content;

/// <summary>Whether two media are the same picture.</summary>
internal static class Pictures
{
    /// <summary>Below this quality, 0 to 100, a hash says little (ThreatExchange, PDQ).</summary>
    public const int LeastQuality = 50;

    /// <summary>The hash of a picture; null where there is none, or it says nothing.</summary>
    public static PdqHash? HashOf(MediaItem item) =>
        item.PdqQuality is < LeastQuality || !PdqHash.TryParse(item.PdqHash, out var hash) || hash.SaysNothing ? null : hash;

    /// <summary>Those of an item, as many as are looked at.</summary>
    public static IEnumerable<PdqHash> HashesOf(IEnumerable<MediaItem> media) => media.Take(Sketch.MaxMedia).Select(HashOf).OfType<PdqHash>();

    /// <summary>Whether two items of media are one, though the picture may have been made smaller, brighter or sharper.</summary>
    public static bool AreAlike(MediaItem one, MediaItem other) => HashOf(one) is { } hash && HashOf(other) is { } near
        ? hash.DistanceTo(near) <= PdqHash.MostApart
        : one.Id == other.Id && string.Equals(one.PdqHash, other.PdqHash, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether some picture, or other medium known by more than a number, is among both.</summary>
    public static bool Share(IReadOnlyList<MediaItem> ones, IReadOnlyList<MediaItem> others) =>
        Sketch.MediaOf(ones).Intersect(Sketch.MediaOf(others)).Any()
        || HashesOf(ones).Any(one => HashesOf(others).Any(other => one.DistanceTo(other) <= PdqHash.MostApart));
}
