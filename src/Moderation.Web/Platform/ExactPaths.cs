using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Moderation.Web.Platform;

/// <summary>
/// Lets the host's ids hold any character. Servers decode a path, but not '%2F', so that 'a/b' and 'a%2Fb' would become one;
/// here every segment is taken as it was sent, and routing sees it escaped.
/// </summary>
internal sealed class ExactPaths(RequestDelegate next)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task Invoke(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestFeature>()?.RawTarget is not ['/', ..] target)
            return next(http);

        var path = target.Split('?', '#')[0];
        if (path.Split('/').Select(Decode).ToArray() is var segments && segments.Contains(null))
            throw new BadHttpRequestException("The address is not UTF-8.");

        http.Request.Path = new PathString(string.Join('/', segments.Select(x => Uri.EscapeDataString(x!))));
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        return next(http);
    }

    private static string? Decode(string segment)
    {
        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] > 0x7F)
                return null;
            if (segment[i] is not '%')
                bytes.Add((byte)segment[i]);
            else if (i + 2 < segment.Length && char.IsAsciiHexDigit(segment[i + 1]) && char.IsAsciiHexDigit(segment[i + 2]))
                bytes.Add(Convert.ToByte(segment.Substring((i += 2) - 1, 2), 16));
            else
                return null;
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>An id of the host's in an address, whatever characters it has.</summary>
internal readonly record struct PathId(string Value)
{
    public static bool TryParse(string? segment, out PathId id)
    {
        id = new(Uri.UnescapeDataString(segment ?? ""));
        return true;
    }
}
