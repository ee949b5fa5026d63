using System.Text.RegularExpressions;

namespace Moderation.FactChecks;

/// <summary>Addresses in somebody's text. Nothing here is ever fetched: whoever reads decides whether to go there.</summary>
public static partial class Links
{
    public const int Most = 10;

    /// <summary>In characters; a longer one is no address that anybody wrote.</summary>
    public const int MaxLength = ClaimReview.MaxUrl;

    // What is further on in a text of a megabyte is not looked through.
    private const int Looked = 20_000;

    // They end a sentence more often than an address.
    private static readonly char[] After = ['.', ',', ';', ':', '!', '?', ')', ']', '\'', '”', '’'];

    /// <summary>The first ten web addresses in it, each once.</summary>
    public static IReadOnlyList<string> In(string? text) =>
    [
        .. Address().Matches(text is { Length: > Looked } ? text[..Looked] : text ?? "").Select(x => x.Value.TrimEnd(After))
            .Where(x => x.Length <= MaxLength && ClaimReview.HostOf(x) is { Length: > 0 }).Distinct(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Whether it is an https address of a named host that anybody can open.</summary>
    public static bool IsSecure(string? link) => PublicAddress.Is(link);

    [GeneratedRegex(@"\bhttps?://[^\s<>""]{3,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Address();
}
