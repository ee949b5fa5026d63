namespace Moderation.FactChecks;

/// <summary>Addresses that members send and checkers open: only what anybody can open, and what is what it looks like.</summary>
internal static class PublicAddress
{
    // Names that no public directory knows (https://www.iana.org/assignments/special-use-domain-names, and what networks call their own).
    private static readonly string[] Own = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "invalid", "test", "onion"];

    /// <summary>Whether it is a whole https address of a named public host, as long as <see cref="ClaimReview.MaxUrl"/> at most.</summary>
    public static bool Is(string? link) => link is { Length: <= ClaimReview.MaxUrl } && !link.Any(Sight.IsHidden)
        // What names a person before the host is no link to evidence, but a trick.
        && Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "", HostNameType: UriHostNameType.Dns }
        && address.IdnHost.TrimEnd('.').Split('.') is { Length: > 1 } labels
        // A browser reads a name that ends in a number, however its digits are written, as the number of a machine.
        && labels[^1] is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] && !Own.Contains(labels[^1], StringComparer.OrdinalIgnoreCase);
}
