namespace Moderation.Transparency;

/// <summary>Where a page of what was found ended.</summary>
public sealed record SearchPlace(DateTimeOffset At, Guid Id);

/// <summary>Goes through several indexes at once, the newest first, until a page is full or enough was looked at.</summary>
internal static class NewestFirst
{
    /// <summary>How many rows one question looks at; what lies further, the next question finds.</summary>
    public const int Budget = 5_000;

    /// <summary>Beyond this a count is said to be "or more".</summary>
    public const int CountCap = 1_000;

    private static readonly Comparer<SearchPlace> InOrder = Comparer<SearchPlace>.Create(Compare);

    /// <summary>Reads some of what is there after a place, the newest first.</summary>
    public delegate Task<List<T>> Source<T>(SearchPlace? after, int take);

    /// <param name="admit">What of these may be shown, and was asked for.</param>
    public static async Task<(List<T> Found, SearchPlace? Next)> Walk<T>(
        IReadOnlyList<Source<T>> sources, SearchPlace? after, int take, Func<T, SearchPlace> placeOf, Func<List<T>, Task<IReadOnlySet<T>>> admit)
    {
        var found = new List<T>();
        var chunk = take + 1;
        for (var looked = 0; looked < Budget; chunk = Math.Min(chunk * 2, CountCap + 1))
        {
            var (steps, isAll) = await Merge(sources, after, chunk, placeOf);
            var admitted = await admit(steps);
            foreach (var step in steps)
            {
                if (admitted.Contains(step))
                {
                    if (found.Count == take)
                        return (found, placeOf(found[^1]));
                    found.Add(step);
                }

                (after, looked) = (placeOf(step), looked + 1);
            }

            if (isAll)
                return (found, null);
        }

        return (found, after);
    }

    // As far as each of them was read; what two of them bring is there once.
    private static async Task<(List<T> Steps, bool IsAll)> Merge<T>(IReadOnlyList<Source<T>> sources, SearchPlace? after, int chunk, Func<T, SearchPlace> placeOf)
    {
        var read = new List<T>();
        SearchPlace? until = null;
        foreach (var source in sources)
        {
            var rows = await source(after, chunk);
            read.AddRange(rows);
            if (rows.Count == chunk && (until is null || Compare(placeOf(rows[^1]), until) < 0))
                until = placeOf(rows[^1]);
        }

        return ([.. read.Where(x => until is null || Compare(placeOf(x), until) <= 0).DistinctBy(placeOf).OrderBy(placeOf, InOrder)], until is null);
    }

    private static int Compare(SearchPlace one, SearchPlace other) =>
        one.At != other.At ? other.At.CompareTo(one.At) : other.Id.CompareTo(one.Id);
}
