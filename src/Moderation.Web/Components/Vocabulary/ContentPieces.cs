namespace Moderation.Web.Components.Vocabulary;

public enum MediaKind
{
    Image,
    Video,
    Audio,
}

/// <summary>Something to see or hear.</summary>
/// <param name="Digest">Stands in its place when it cannot be loaded.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Size">Its width and height, as read.</param>
public sealed record MediaItem(
    MediaKind Kind, string Url, TimeSpan? Duration = null, string? Digest = null, long? Bytes = null, string? Size = null);

/// <summary>A phrase that matched: where it begins in the text and how long it is, in characters.</summary>
public sealed record TextMark(int Start, int Length);

/// <summary>Which revision was reported, and which one is shown.</summary>
public sealed record RevisionNote(int Reported, int Now);

/// <summary>Who made it.</summary>
public sealed record AuthorLine(string Handle, string? DisplayName = null, long? Followers = null);

internal static class MarkedText
{
    /// <summary>The text in pieces, marked or not; marks that overlap or lie outside are cut to fit.</summary>
    public static IEnumerable<(string Piece, bool IsMarked)> Cut(string text, IEnumerable<TextMark> marks)
    {
        var at = 0;
        foreach (var mark in marks.OrderBy(x => x.Start))
        {
            var start = Math.Clamp(mark.Start, at, text.Length);
            var end = Math.Clamp(mark.Start + mark.Length, start, text.Length);
            if (start > at)
                yield return (text[at..start], false);
            if (end > start)
                yield return (text[start..end], true);
            at = end;
        }

        if (at < text.Length)
            yield return (text[at..], false);
    }

    /// <summary>At most so many characters, and never half of one.</summary>
    public static string Shorten(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
