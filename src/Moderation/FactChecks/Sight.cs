using System.Globalization;

namespace Moderation.FactChecks;

/// <summary>What of a text a reader sees.</summary>
internal static class Sight
{
    /// <summary>Whether anything of it can be seen.</summary>
    public static bool IsSomething(string? text) => text?.Any(x => !IsHidden(x)) is true;

    /// <summary>Spaces, and what has no width or turns the direction of what follows.</summary>
    public static bool IsHidden(char letter) => char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
