using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Moderation.Pipeline;

namespace Moderation.Web.Media;

/// <summary>What a name resolves to.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken ct);

/// <summary>Asks the host platform's servers for media, with no cookies and no word of who asks; each address on the way is looked at.</summary>
internal sealed class MediaFetch : IDisposable
{
    public const int MostRedirects = 3;

    private readonly MediaSettings settings;
    private readonly MediaTargets targets;
    private readonly Resolve resolve;
    private readonly HttpClient http;

    public MediaFetch(MediaSettings settings, Resolve resolve)
    {
        (this.settings, this.resolve, targets) = (settings, resolve, new(settings));
        // A proxy would connect in our stead, to what we did not look at.
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 16,
            ConnectTimeout = TimeSpan.FromSeconds(settings.FirstByteSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = Connect,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new("Moderation", null));
        http.DefaultRequestHeaders.Accept.ParseAdd("image/*, video/*, audio/*");
    }

    /// <summary>The answer with its head read; the body is still on its way.</summary>
    public async Task<Result<HttpResponseMessage>> Open(string address, RangeHeaderValue? range, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            return MediaErrors.NotAllowed;

        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!targets.Allow(url))
                return MediaErrors.NotAllowed;

            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Range = range;
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
                return answer;

            var (isRedirect, next) = ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308, answer.Headers.Location);
            answer.Dispose();
            if (!isRedirect || next is null)
                return MediaErrors.NotThere;
            url = new(url, next);
        }

        return MediaErrors.TooManyRedirects;
    }

    public void Dispose() => http.Dispose();

    // Whom the name was allowed for is not known to be who it leads to: the address itself is looked at, and that one connected to.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var resolved = IPAddress.TryParse(context.DnsEndPoint.Host, out var literal) ? [literal] : await resolve(context.DnsEndPoint.Host, ct);
        var reachable = targets.Reachable(resolved);
        if (reachable is [])
            throw new AddressInsideException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name led to an address inside our own network.</summary>
internal sealed class AddressInsideException : IOException;
