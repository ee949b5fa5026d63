using static Moderation.Guidelines.PartMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the dates of a part.</summary>
internal static class ListingRules
{
    public static IEnumerable<Mistake> Broken(string? from, string? until, Place place)
    {
        if (from is not null && Listing.Day(from) is null)
            yield return NotADate(place["from"], from);
        if (until is not null && Listing.Day(until) is null)
            yield return NotADate(place["until"], until);
        if (Listing.Day(from) is { } begin && Listing.Day(until) is { } end && end <= begin)
            yield return UntilNotAfterFrom(place["until"], from!, until!);
    }

    /// <summary>Parts may share a code where their dates do not overlap.</summary>
    public static IEnumerable<Mistake> Twice<T>(
        IReadOnlyList<T> parts, Func<T, string> code, Func<T, (string? From, string? Until)> dates, Place place)
    {
        foreach (var same in parts.Index().GroupBy(x => code(x.Item), StringComparer.Ordinal))
            foreach (var (nth, (i, part)) in same.Index())
            {
                var earlier = same.Take(nth).Select(x => Of(x.Item)).Where(x => x.Overlaps(Of(part))).ToList();
                if (Of(part) == default && earlier.Contains(default))
                    yield return RulebookMistakes.DuplicateCode(place[i], same.Key);
                else if (earlier is not [])
                    yield return OverlappingDates(place[i], same.Key);
            }

        Listing Of(T part) => Listing.Of(dates(part).From, dates(part).Until);
    }
}
