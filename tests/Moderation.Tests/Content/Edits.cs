using System.Text;

namespace Moderation.Tests.Content;

/// <summary>How people change a text that they post again, each with the share of copies that must still be found.</summary>
internal sealed class Edits(Random chance)
{
    private static readonly string[] Emoji = ["😀", "🔥", "💰", "❤️", "👉", "✅", "🙏🏽", "👨‍👩‍👧"];
    private static readonly string[] Unseen = ["\u200B", "\u200C", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u202C"];
    private static readonly string[] Tags = ["#fyp", "#viral", "#love", "#news", "#win"];
    private static readonly string[] Accents = ["\u0301", "\u0308", "\u0336", "\u0323"];
    private static readonly Dictionary<char, string> Leet = new() { ['a'] = "4@", ['e'] = "3", ['i'] = "1!", ['l'] = "1", ['o'] = "0", ['s'] = "5$", ['t'] = "7" };

    // Out of Unicode's table, not out of our own: what ours does not know is missed here too.
    private readonly Dictionary<char, string[]> homoglyphs = Confusables.OfLatin().GroupBy(x => char.ToLowerInvariant(x.Latin[0])).ToDictionary(x => x.Key, x => x.Select(y => y.Other).ToArray());

    public IEnumerable<(string Way, Func<string, string> Edit, double Floor)> All =>
    [
        ("case at random", x => Each(x, one => chance.Next(2) == 0 ? char.ToUpperInvariant(one) : char.ToLowerInvariant(one)), 0.999),
        ("one letter in forty mistyped, at least one", x => Mistyped(x, Math.Max(1, x.Length / 40)), 0.85),
        ("one letter in twenty mistyped, at least one", x => Mistyped(x, Math.Max(1, x.Length / 20)), 0.2),
        ("five emoji put in", x => Put(x, Emoji, 5), 0.98),
        ("spaces doubled, left out, or full stops", Respaced, 0.98),
        ("every word spelled out, letter by letter", x => string.Join("  ", x.Split(' ').Select(word => string.Join(' ', word.AsEnumerable()))), 0.95),
        ("characters that nobody sees, after one in five", x => string.Concat(x.EnumerateRunes().Select(one => one + (chance.Next(5) == 0 ? Of(Unseen) : ""))), 0.999),
        ("accents on one letter in four", x => string.Concat(x.Select(one => one + (char.IsAsciiLetter(one) && chance.Next(4) == 0 ? Of(Accents) : ""))), 0.999),
        ("homoglyphs for one letter in eight", x => Homoglyphs(x, 8), 0.9),
        ("homoglyphs for every other letter", x => Homoglyphs(x, 2), 0.5),
        ("leetspeak for half of what can be", x => string.Concat(x.Select(one => Leet.TryGetValue(char.ToLowerInvariant(one), out var signs) && chance.Next(2) == 0 ? signs[chance.Next(signs.Length)] : one)), 0.6),
        ("one vowel in six stretched", x => string.Concat(x.Select(one => "aeiouAEIOU".Contains(one, StringComparison.Ordinal) && chance.Next(6) == 0 ? new string(one, 4) : one.ToString())), 0.999),
        ("three hashtags at the end", x => $"{x} {Of(Tags)} {Of(Tags)} {Of(Tags)}", 0.97),
        ("fullwidth", x => Each(x, one => one is > ' ' and < '\x7F' ? (char)(one - '!' + '！') : one), 0.98),
        ("all at once: case, emoji, unseen, homoglyphs", x => Homoglyphs(Put(Put(Each(x, one => chance.Next(2) == 0 ? char.ToUpperInvariant(one) : one), Emoji, 2), Unseen, 10), 20), 0.9),
    ];

    private static string Each(string text, Func<char, char> edit) => string.Concat(text.Select(edit));

    private string Of(string[] those) => those[chance.Next(those.Length)];

    private string Put(string text, string[] those, int times)
    {
        var edited = new StringBuilder(text);
        for (var i = 0; i < times; i++)
            edited.Insert(Whole(edited, chance.Next(edited.Length + 1)), Of(those));
        return edited.ToString();
    }

    // Not into the middle of a character.
    private static int Whole(StringBuilder text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private string Mistyped(string text, int times)
    {
        var edited = new StringBuilder(text);
        for (var i = 0; i < times; i++)
        {
            var at = chance.Next(edited.Length);
            while (!char.IsLetter(edited[at]))
                at = chance.Next(edited.Length);
            _ = chance.Next(4) switch
            {
                0 => edited.Remove(at, 1).Insert(at, (char)('a' + chance.Next(26))),
                1 => edited.Insert(at, (char)('a' + chance.Next(26))),
                2 when edited.ToString().Count(char.IsLetter) > 1 => edited.Remove(at, 1),
                _ when at + 1 < edited.Length && !char.IsSurrogate(edited[at + 1]) => edited.Insert(at + 2, edited[at]).Remove(at, 1),
                _ => edited.Insert(at, edited[at]),
            };
        }

        return edited.ToString();
    }

    private string Respaced(string text) => string.Concat(text.Select(one => one != ' ' ? one.ToString() : chance.Next(4) switch { 0 => "  ", 1 => "", 2 => " . ", _ => "\u00A0" }));

    private string Homoglyphs(string text, int oneIn) => string.Concat(text.EnumerateRunes().Select(one =>
        one.IsAscii && homoglyphs.TryGetValue(char.ToLowerInvariant((char)one.Value), out var those) && chance.Next(oneIn) == 0 ? Of(those) : one.ToString()));
}
