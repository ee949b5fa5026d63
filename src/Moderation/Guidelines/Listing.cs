using System.Globalization;

namespace Moderation.Guidelines;

/// <summary>When a part counts: from the start of a day until the start of another, both in UTC; null for no end.</summary>
internal readonly record struct Listing(DateOnly? From = null, DateOnly? Until = null)
{
    public bool Covers(DateTimeOffset at) => Covers(DateOnly.FromDateTime(at.UtcDateTime));

    public bool IsOver(DateTimeOffset at) => Until <= DateOnly.FromDateTime(at.UtcDateTime);

    public bool Overlaps(Listing other) =>
        (From ?? DateOnly.MinValue) < (other.Until ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) < (Until ?? DateOnly.MaxValue);

    /// <summary>The day that a word says; null where it says none.</summary>
    public static DateOnly? Day(string? word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Listing Of(string? from, string? until) => new(Day(from), Day(until));

    private bool Covers(DateOnly day) => (From is null || day >= From) && (Until is null || day < Until);
}
