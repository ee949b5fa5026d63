namespace Moderation.Enforcement;

/// <summary>What must be known of a rated post to say whether, and since when, it counts against who posted it.</summary>
/// <param name="RatedAt">When the rating was given, as it is now.</param>
/// <param name="SharedAt">Since when the post says what was rated.</param>
/// <param name="IsCopy">Whether the check names another post, of which this is a copy.</param>
internal sealed record RatedPost(DateTimeOffset RatedAt, DateTimeOffset SharedAt, bool IsCopy)
{
    /// <summary>What a decision on a copy names as its rule.</summary>
    public const string CopyRule = "copy";

    /// <summary>As a decision holds it; null for one that is no rating.</summary>
    public static RatedPost? Of(DateTimeOffset? ratedAt, DateTimeOffset? sharedAt, string? rule) =>
        ratedAt is { } rated && sharedAt is { } shared ? new(rated, shared, rule == CopyRule) : null;

    /// <summary>Whoever posts a copy before the rating, or at its very instant, cannot know it.</summary>
    public bool IsEarlierCopy => IsCopy && SharedAt <= RatedAt;

    /// <summary>The later of the two: it depends on neither when we heard of it nor when a run came to it.</summary>
    public DateTimeOffset CountsFrom => SharedAt > RatedAt ? SharedAt : RatedAt;
}
