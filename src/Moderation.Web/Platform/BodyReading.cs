using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>Marks a POST that changes nothing, or that says itself what came twice: an idempotency key is left aside.</summary>
internal sealed class IgnoresRetries;

/// <summary>Reads a body whole, up to its limit, so that too long and sent again are known before anything is done.</summary>
internal sealed class BodyReading(RequestDelegate next)
{
    public const string RetryHeader = "Idempotency-Key";

    /// <summary>In bytes; a text of a megabyte fits in any script.</summary>
    public const int Limit = 4 * 1024 * 1024;

    /// <summary>In bytes, where ten thousand candidates with long ids may come.</summary>
    public const int CandidatesLimit = 32 * 1024 * 1024;

    public async Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<NeedsKey>() is null
            || metadata.GetMetadata<DisableRequestSizeLimitAttribute>() is not null)
        {
            await next(http);
            return;
        }

        if (!IsUtf8(http.Request))
            throw new BadHttpRequestException("The charset is not UTF-8.", StatusCodes.Status415UnsupportedMediaType);

        var body = await Read(http.Request, metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Limit, http.RequestAborted);
        http.Request.Body = body;
        if (HttpMethods.IsPost(http.Request.Method) && metadata.GetMetadata<IgnoresRetries>() is null
            && http.Request.Headers.TryGetValue(RetryHeader, out var keys))
        {
            if (keys is not [{ Length: > 0 and <= IdempotencyKey.MaxLength } key] || !key.All(x => x is > ' ' and <= '~'))
            {
                await PipelineErrors.IdempotencyKeyInvalid.ToProblem().ExecuteAsync(http);
                return;
            }

            http.Features.Set(new IdempotencyKey(http.Features.GetRequiredFeature<Actor.Client>().Name, key, DigestOf(http.Request, body)));
        }

        await next(http);
    }

    private static bool IsUtf8(HttpRequest request) => request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset
        || charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static async Task<MemoryStream> Read(HttpRequest request, long limit, CancellationToken ct)
    {
        if (request.ContentLength > limit)
            throw new BadHttpRequestException("Too long.", StatusCodes.Status413PayloadTooLarge);

        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer, ct) is > 0 and var count)
            {
                if (body.Length + count > limit)
                    throw new BadHttpRequestException("Too long.", StatusCodes.Status413PayloadTooLarge);

                body.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        body.Position = 0;
        return body;
    }

    private static string DigestOf(HttpRequest request, MemoryStream body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value}{request.QueryString}\n"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
