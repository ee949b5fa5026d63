namespace Moderation.Transparency;

/// <summary>Short names as people say and type them: C-1A2B3C, c-1a2b3c, or the six signs alone.</summary>
internal static class ShortNames
{
    private const int Length = 6;

    /// <summary>The six signs in capitals; null where it is no short name of this kind.</summary>
    public static string? Read(string text, char kind)
    {
        var signs = text.Trim().ToUpperInvariant();
        if (signs.StartsWith($"{kind}-", StringComparison.Ordinal))
            signs = signs[2..];
        return signs.Length == Length && signs.All(char.IsAsciiHexDigit) ? signs : null;
    }
}
