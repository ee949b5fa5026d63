namespace Moderation.Content;

/// <summary>
/// Digits and signs that stand for letters are read as those, but only in words that mix them with letters: numbers, prices and
/// the 19 of covid19 stay what they are.
/// </summary>
internal static class Leetspeak
{
    /// <summary>Signs that may stand for a letter.</summary>
    public const string Signs = "@$!|€¢";

    // Three digits in a row are a number, also between letters.
    private const int MostInARow = 2;

    // So many letters at least, for one digit at their end to be a letter too: hell0, but not 4th or mp3.
    private const int FewestBesideOne = 4;

    // In a text with so many words that have digits between their letters, all digits beside letters are letters.
    private const int Fluent = 2;

    /// <param name="flat">Letters in lower case, digits, signs, and a space wherever anything else was; changed in place.</param>
    public static void Read(char[] flat)
    {
        var mixed = new List<Mixed>();
        var word = new List<int>();
        for (var at = 0; at <= flat.Length; at++)
        {
            if (at < flat.Length && IsPart(flat[at]))
            {
                word.Add(at);
            }
            else if (word.Count > 0 && !IsSpacedOut(flat, word, at))
            {
                if (Mixed.Of(flat, word) is { } one)
                    mixed.Add(one);
                word = [];
            }
        }

        var isFluent = mixed.Count(x => x.ReadWithin()) >= Fluent;
        foreach (var one in mixed)
            one.ReadEnds(isFluent);
    }

    /// <summary>Whether it belongs to a word; a sign that stands for nothing is passed over where a text is compared.</summary>
    private static bool IsPart(char one) => char.IsLetterOrDigit(one) || IsSign(one);

    public static bool IsSign(char one) => Signs.Contains(one, StringComparison.Ordinal);

    // f r 3 3: single characters, one place between them.
    private static bool IsSpacedOut(char[] flat, List<int> word, int at) =>
        (word.Count == 1 || word[^1] - word[^2] == 2) && at == word[^1] + 1
        && at + 1 < flat.Length && IsPart(flat[at + 1]) && (at + 2 >= flat.Length || !IsPart(flat[at + 2]));

    private static bool IsPunctuation(char one) => one is '@' or '!' or '|';

    private static char? LetterFor(char one) => one switch
    {
        '0' => 'o',
        '1' or '!' or '|' => Letters.Stroke,
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '¢' => 'c',
        _ => null,
    };

    /// <summary>A word of letters and other signs, by the places of its characters.</summary>
    private sealed class Mixed(char[] flat, List<int> word, int letters)
    {
        private readonly List<(int From, int To)> ends = new(2);
        private bool isWritten;

        public static Mixed? Of(char[] flat, List<int> word)
        {
            while (word.Count > 0 && IsPunctuation(flat[word[^1]]))
                word.RemoveAt(word.Count - 1);
            while (word.Count > 0 && IsPunctuation(flat[word[0]]))
                word.RemoveAt(0);

            var letters = word.Count(at => char.IsLetter(flat[at]));
            return letters > 0 && letters < word.Count ? new(flat, word, letters) : null;
        }

        /// <summary>What stands between letters; whether there was anything.</summary>
        public bool ReadWithin()
        {
            for (var from = 0; from < word.Count; from++)
            {
                var to = from;
                while (to < word.Count && !char.IsLetter(flat[word[to]]))
                    to++;
                if (to == from)
                    continue;

                if (from == 0 || to == word.Count)
                    ends.Add((from, to));
                else if (MayBeLetters(from, to))
                    Write(from, to);
                from = to;
            }

            return isWritten;
        }

        /// <summary>At an end a digit is more often a number: it takes another one within, two that are the same, or a word long enough.</summary>
        public void ReadEnds(bool isFluent)
        {
            foreach (var (from, to) in ends)
                if (MayBeLetters(from, to)
                    && (isFluent || isWritten || (to - from == 1 ? letters >= FewestBesideOne : letters > 1 && flat[word[from]] == flat[word[to - 1]])))
                    Write(from, to);
        }

        private bool MayBeLetters(int from, int to)
        {
            for (var i = from; i < to; i++)
                if (LetterFor(flat[word[i]]) is null)
                    return false;

            return to - from <= MostInARow;
        }

        private void Write(int from, int to)
        {
            for (var i = from; i < to; i++)
                flat[word[i]] = LetterFor(flat[word[i]])!.Value;
            isWritten = true;
        }
    }
}
