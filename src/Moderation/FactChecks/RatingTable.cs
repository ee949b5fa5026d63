using System.Globalization;
using Moderation.Guidelines;

namespace Moderation.FactChecks;

/// <summary>How a publisher's words and numbers read, in whatever language it writes.</summary>
/// <param name="Words">What each of its words means; compared without case, accents of white space and signs around.</param>
/// <param name="Numbers">What each number of its scale means; empty where its numbers only have to agree with the word.</param>
internal sealed record RatingTable(IReadOnlyDictionary<string, Rating> Words, IReadOnlyDictionary<string, Rating> Numbers)
{
    /// <summary>In how many words and numbers a table may have.</summary>
    public const int Most = 200;

    /// <summary>For a publisher that has none: the six names in English, no numbers.</summary>
    public static RatingTable Usual { get; } = new(
        new Dictionary<string, Rating>(StringComparer.Ordinal)
        {
            ["false"] = Rating.False,
            ["altered"] = Rating.Altered,
            ["partly false"] = Rating.PartlyFalse,
            ["missing context"] = Rating.MissingContext,
            ["satire"] = Rating.Satire,
            ["true"] = Rating.True,
        },
        new Dictionary<string, Rating>(StringComparer.Ordinal));

    /// <summary>A rating in English, as such tables have it.</summary>
    public static string NameOf(Rating rating) => Usual.Words.Single(x => x.Value == rating).Key is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    /// <summary>Never from one field against the other: where word and number disagree, a person has to look.</summary>
    public Reading Read(RatingWords rated)
    {
        var word = rated.Word is { } written && Words.TryGetValue(Plain(written), out var said) ? said : (Rating?)null;
        var number = rated.Value is { } value && Numbers.TryGetValue(Written(value), out var meant) ? meant : (Rating?)null;
        if (word is null && rated.Word is not null)
            return new(null, ReadingDoubt.UnknownWord);
        if (word is null)
            return new(number, number is null ? ReadingDoubt.UnknownWord : ReadingDoubt.None);

        var disagrees = number is not null ? number != word : rated.Truth is { } truth && !Agrees(word.Value, truth);
        return disagrees ? new(null, ReadingDoubt.WordAgainstNumber) : new(word, ReadingDoubt.None);
    }

    public static string Plain(string word) => string.Join(' ', word.Trim().ToLowerInvariant().Split([' ', '\t', '-', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)).Trim('.', '!', '"', '\'', '“', '”');

    public static string Written(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    // Without a table of numbers a scale says at least which end is true.
    private static bool Agrees(Rating word, double truth) => word switch
    {
        Rating.False or Rating.Altered => truth <= 0.5,
        Rating.PartlyFalse => truth is > 0 and < 1,
        Rating.True => truth >= 0.5,
        _ => true,
    };
}

/// <summary>What a rating reads as.</summary>
/// <param name="Rating">Null where a person has to look.</param>
internal readonly record struct Reading(Rating? Rating, ReadingDoubt Doubt);

/// <summary>Why a rating was not read.</summary>
public enum ReadingDoubt
{
    None,
    UnknownWord,
    WordAgainstNumber,
}
