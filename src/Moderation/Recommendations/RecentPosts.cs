namespace Moderation.Recommendations;

/// <summary>The posts of an account in the order in which they were made, asked for the latest at an instant.</summary>
internal sealed class RecentPosts(IEnumerable<PostMade> made)
{
    private readonly PostMade[] posts = [.. made.DistinctBy(x => x.Id).Where(x => !x.IsProfile).OrderBy(x => x.At).ThenBy(x => x.Id, StringComparer.Ordinal)];
    private readonly PostMade[] profiles = [.. made.DistinctBy(x => x.Id).Where(x => x.IsProfile)];

    /// <summary>The latest so many that were there, and what the profile says.</summary>
    public HashSet<string> Latest(int count, DateTimeOffset at) => Before(at).Where(x => x.IsThere(at)).Take(count)
        .Concat(profiles.Where(x => x.IsThere(at))).Select(x => x.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many of the last so many days there were.</summary>
    public int Within(int? days, DateTimeOffset at) =>
        Before(at).TakeWhile(x => days is not { } window || at < x.At.AddDays(window)).Count(x => x.IsThere(at));

    /// <summary>When one came, went, or got older than so many days.</summary>
    public IEnumerable<DateTimeOffset> Changes(int? days) => posts.Concat(profiles).SelectMany(x =>
        new DateTimeOffset?[] { x.At, x.Gone, days is { } window ? x.At.AddDays(window) : null }.OfType<DateTimeOffset>());

    private IEnumerable<PostMade> Before(DateTimeOffset at)
    {
        var (from, to) = (0, posts.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = posts[middle].At <= at ? (middle + 1, to) : (from, middle);
        }

        while (from-- > 0)
            yield return posts[from];
    }
}
