using System.Security.Cryptography;
using System.Text;
using static System.Globalization.UnicodeCategory;

namespace Moderation.Content;

/// <summary>
/// What is left of a text when all that can be changed without changing what it says is taken away: case, accents, signs and spaces,
/// characters that nobody sees, letters that only look like others, digits for letters, letters said more often than once.
/// </summary>
internal static class PlainText
{
    /// <summary>Of the way in which texts are made plain; raised when that changes, for digests made in another way find nothing.</summary>
    public const int Way = 1;

    /// <summary>In letters: from here on symbols and emoji say too little beside the words to count.</summary>
    public const int WordsEnough = 24;

    public static string Of(string text)
    {
        var flat = Flat(text).ToCharArray();
        Leetspeak.Read(flat);
        return Gathered(flat);
    }

    /// <summary>SHA-256 of the plain text, hexadecimal; null where it has fewer characters than this.</summary>
    public static string? DigestOf(string? text, int fewest) => Of(text ?? "") is var plain && plain.Length >= fewest && plain.Length > 0
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))
        : null;

    /// <summary>A text without the hashtags at its end, which say where it is to be found and not what it says; all of it where little else is left.</summary>
    public static string WithoutTags(string text)
    {
        var said = text.AsSpan().TrimEnd();
        for (var tag = LastWord(said); tag is ['#' or '＃', _, ..]; tag = LastWord(said))
            said = said[..^tag.Length].TrimEnd();

        var letters = 0;
        foreach (var one in said)
            letters += char.IsLetter(one) ? 1 : 0;
        return letters >= WordsEnough ? said.ToString() : text;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var at = text.Length;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return text[at..];
    }

    // Letters of one alphabet in lower case, digits, symbols; one space where anything else stood between them.
    private static string Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (rune.IsAscii ? !char.IsAsciiLetter((char)rune.Value) : Letters.AsLatin(lower) is null)
                Other(flat, lower);
            else
                flat.Append(Letters.AsLatin(lower) ?? ((char)lower.Value).ToString());
        }

        return flat.ToString();
    }

    private static void Other(StringBuilder flat, Rune rune)
    {
        if (IsUnseen(rune))
            return;

        if (Rune.IsDigit(rune))
            flat.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        else if (Rune.IsLetterOrDigit(rune) || IsSymbol(rune) || IsSpelling(rune) || rune.IsBmp && Leetspeak.IsSign((char)rune.Value))
            flat.Append(rune);
        else if (flat.Length > 0 && flat[^1] != ' ')
            flat.Append(' ');
    }

    // Half a surrogate pair cannot be normalised; and normalised, the lunate sigma that everybody reads as c would be one like any other.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('ϲ', 'c').Replace('Ϲ', 'c');

    /// <summary>Neither seen nor a gap: joiners, directions, accents, variants, skin tones, fillers.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        Format or ModifierSymbol => true,
        Control => !Rune.IsWhiteSpace(rune),
        NonSpacingMark or EnclosingMark => rune.Value is
            (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0489) or (>= 0x0591 and <= 0x05C7) or (>= 0x0610 and <= 0x061A)
            or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED) or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
            or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE0F)
            or (>= 0xFE20 and <= 0xFE2F) or (>= 0xE0100 and <= 0xE01EF),
        _ => rune.Value is 0x0640 or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0,
    };

    private static bool IsSymbol(Rune rune) => Rune.GetUnicodeCategory(rune) is OtherSymbol;

    // In many alphabets of India a mark is the vowel, and without it another word.
    private static bool IsSpelling(Rune rune) => Rune.GetUnicodeCategory(rune) is NonSpacingMark or SpacingCombiningMark;

    private static string Gathered(ReadOnlySpan<char> flat)
    {
        var (all, words) = (new StringBuilder(flat.Length), new StringBuilder(flat.Length));
        foreach (var rune in flat.EnumerateRunes())
        {
            if (rune.Value == ' ' || rune.IsBmp && Leetspeak.IsSign((char)rune.Value))
                continue;

            Put(all, rune);
            if (!IsSymbol(rune))
                Put(words, rune);
        }

        return (words.Length >= WordsEnough ? words : all).ToString();
    }

    // A stretched letter, and with it every doubled one, is said once: nobody can know how often it was meant.
    private static void Put(StringBuilder to, Rune rune)
    {
        if (!rune.IsBmp || to.Length == 0 || to[^1] != (char)rune.Value || char.ToUpperInvariant((char)rune.Value) == (char)rune.Value)
            to.Append(rune);
    }
}
