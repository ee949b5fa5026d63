using System.Text;

namespace Moderation.Laws;

/// <summary>A claim, what says it again with the changes people make, and what says something else with many of its words.</summary>
internal static class CopiesOfAClaim
{
    public const string Claim =
        "The harbour bridge was closed for three whole years because the mayor quietly sold every one of its bolts to a scrap dealer from the next town, says a porter.";

    private static readonly string[] Words =
    [
        "harbour", "bridge", "closed", "mayor", "bolts", "scrap", "dealer", "porter", "ferry", "summer", "winter", "lamp", "station", "library", "umbrella",
        "plumber", "moon", "whale", "canal", "anchor", "timetable", "cow", "market", "tower", "bakery", "tunnel", "garden", "bicycle", "postman", "museum",
        "orchard", "windmill", "chapel", "brewery", "lighthouse", "cellar", "quarry", "meadow", "violin", "compass",
    ];

    /// <summary>The claim as somebody else posted it; each number gives one, and the same each time.</summary>
    public static string Of(string claim, int number) => (number % 8) switch
    {
        0 => claim,
        1 => claim.ToUpperInvariant(),
        2 => $"{claim} {char.ConvertFromUtf32(0x1F600 + number % 60)}",
        3 => claim.Replace(" ", "  ", StringComparison.Ordinal),
        4 => claim.Replace('a', '\u0430').Replace('e', '\u0435'),
        5 => Mistyped(claim, number),
        6 => $"{claim} #share #truth{number}",
        _ => $"{claim.TrimEnd('.')}!!",
    };

    /// <summary>A text of its own of so many words; each number gives one, and the same each time.</summary>
    public static string Unrelated(int number, int words = 18)
    {
#pragma warning disable CA5394 // A text needs no secrecy.
        var chance = new Random(number);
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
            text.Append(i == 0 ? "" : " ").Append(Words[chance.Next(Words.Length)]);
#pragma warning restore CA5394
        return text.Append('.').ToString();
    }

    // Two letters that change places.
    private static string Mistyped(string claim, int number)
    {
        var (letters, at) = (claim.ToCharArray(), 1 + number % (claim.Length - 3));
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new(letters);
    }
}
