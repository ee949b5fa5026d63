using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;
using Moderation.Pipeline;
using RangeHeaderValue = System.Net.Http.Headers.RangeHeaderValue;

namespace Moderation.Web.Media;

/// <summary>Passes media on piece by piece: never more of it in memory than a buffer, never more of it sent than is allowed.</summary>
internal sealed class MediaPassing(MediaSettings settings, MediaFetch fetch) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly SemaphoreSlim places = new(settings.AtOnce);

    /// <summary>Null when it was passed on; else why nothing was.</summary>
    public async Task<Error?> Pass(string address, bool isSealed, HttpContext http)
    {
        if (!await places.WaitAsync(TimeSpan.FromSeconds(settings.FirstByteSeconds), http.RequestAborted))
            return MediaErrors.Busy;

        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        time.CancelAfter(TimeSpan.FromSeconds(settings.FirstByteSeconds));
        try
        {
            return await (await fetch.Open(address, Asked(http.Request), time.Token)).Match(
                answer => PassOn(answer, isSealed, http, time), refused => Task.FromResult<Error?>(refused));
        }
        catch (Exception late) when (late is OperationCanceledException && !http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            return MediaErrors.TooSlow;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or System.Net.Sockets.SocketException && !http.Response.HasStarted)
        {
            return broken.InnerException is AddressInsideException ? MediaErrors.NotAllowed : MediaErrors.NotReached;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<Error?> PassOn(HttpResponseMessage answer, bool isSealed, HttpContext http, CancellationTokenSource time)
    {
        using (answer)
        {
            var (content, type) = (answer.Content.Headers, answer.Content.Headers.ContentType?.MediaType);
            // What is packed may be a thousand times as large as it says.
            if (!MediaTypes.Allows(type) || content.ContentEncoding.Count > 0)
                return MediaErrors.WrongType;
            if (Math.Max(content.ContentLength ?? 0, content.ContentRange?.Length ?? 0) > settings.MaxBytes)
                return MediaErrors.TooLarge;

            time.CancelAfter(TimeSpan.FromSeconds(settings.WholeSeconds));
            await using var body = await answer.Content.ReadAsStreamAsync(time.Token);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                var read = await Fill(body, buffer, time.Token);
                if ((content.ContentRange?.From ?? 0) == 0 && !MediaTypes.Fits(type!, buffer[..Math.Min(read, MediaTypes.Beginning)]))
                    return MediaErrors.WrongType;

                Head(http.Response, answer, type!, isSealed);
                await Send(body, buffer, read, http, time.Token);
                return null;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    // The beginning may come in pieces.
    private async Task<int> Fill(Stream body, byte[] buffer, CancellationToken ct)
    {
        var read = 0;
        while (read < MediaTypes.Beginning && await Read(body, buffer.AsMemory(read), ct) is > 0 and var more)
            read += more;
        return read;
    }

    // Once it has begun nothing can be said any more: what goes wrong cuts it off, so that nobody takes a part for the whole.
    private async Task Send(Stream body, byte[] buffer, int read, HttpContext http, CancellationToken ct)
    {
        try
        {
            for (var sent = (long)read; read > 0; sent += read)
            {
                if (sent > settings.MaxBytes)
                {
                    http.Abort();
                    return;
                }

                await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), ct);
                read = await Read(body, buffer, ct);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or HttpRequestException)
        {
            http.Abort();
        }
    }

    private async Task<int> Read(Stream body, Memory<byte> into, CancellationToken ct)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(ct);
        idle.CancelAfter(TimeSpan.FromSeconds(settings.IdleSeconds));
        return await body.ReadAsync(into, idle.Token);
    }

    private static void Head(HttpResponse response, HttpResponseMessage answer, string type, bool isSealed)
    {
        var content = answer.Content.Headers;
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = type;
        response.ContentLength = content.ContentLength;
        response.Headers.CacheControl = isSealed ? "no-store" : "private, max-age=300";
        if (content.ContentRange is { } range)
            response.Headers.ContentRange = range.ToString();
        if (MediaTypes.IsPlayed(type))
            response.Headers.AcceptRanges = "bytes";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static RangeHeaderValue? Asked(HttpRequest request) =>
        RangeHeaderValue.TryParse(request.Headers.Range, out var range) && range is { Unit: "bytes", Ranges.Count: 1 } ? range : null;
}
