using System.Net;
using System.Net.Sockets;

namespace Moderation.Web.Media;

/// <summary>Which addresses may be fetched: of allowed hosts, and never inside our own network, whatever a name resolves to.</summary>
internal sealed class MediaTargets(MediaSettings settings)
{
    private static readonly IPNetwork[] Inside = [.. new[]
    {
        // IANA special-purpose address registries: nothing of these is on the public internet.
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    }.Select(IPNetwork.Parse)];

    /// <summary>Whether this address may be asked at all; what its name resolves to is looked at when connecting.</summary>
    public bool Allow(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" } && url.Host.Length > 0
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp && settings.AllowsLoopback && url.IsLoopback)
        && settings.AllowedHosts.Any(x => Matches(x, url));

    /// <summary>Those of these addresses that may be connected to.</summary>
    public IPAddress[] Reachable(IEnumerable<IPAddress> resolved) => [.. resolved.Where(IsReachable)];

    private bool IsReachable(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) && settings.AllowsLoopback
            || plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Array.Exists(Inside, x => x.Contains(plain));
    }

    private static bool Matches(string allowed, Uri url)
    {
        var colon = allowed.StartsWith('[') ? allowed.IndexOf("]:", StringComparison.Ordinal) + 1 : allowed.LastIndexOf(':');
        var (host, port) = colon > 0 ? (allowed[..colon], allowed[(colon + 1)..]) : (allowed, null);
        return (port is null ? url.IsDefaultPort : port == $"{url.Port}")
            && (host.StartsWith("*.", StringComparison.Ordinal)
                ? url.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : url.IdnHost.Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));
    }
}
