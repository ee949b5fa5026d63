using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>Marks what needs an api key.</summary>
internal sealed class NeedsKey;

/// <summary>Whose key came with the request. What they may do, the door asks itself.</summary>
internal sealed class KeyCheck(RequestDelegate next, IUseCases useCases)
{
    private const string Scheme = "Bearer ";

    public async Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is null)
        {
            await next(http);
            return;
        }

        var known = SecretOf(http) is { } secret
            ? await useCases.Run(Actor.Product, new RecogniseApiKey(secret), null, http.RequestAborted)
            : PipelineErrors.NotSignedIn;
        if (known.IsOk(out var client, out var refusal))
        {
            http.Features.Set(client);
            await next(http);
            return;
        }

        if (refusal.Kind is Refusal.NotSignedIn)
            http.Response.Headers[HeaderNames.WWWAuthenticate] = Scheme.TrimEnd();
        await refusal.ToProblem().ExecuteAsync(http);
    }

    private static string? SecretOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header[Scheme.Length..].Trim() is { Length: > 0 } secret
            ? secret
            : null;
}

/// <summary>The program that calls: it goes through the door in its own name, with its idempotency key.</summary>
internal sealed class Caller(IUseCases useCases, Actor.Client client, IdempotencyKey? retry, CancellationToken aborted)
{
    public static ValueTask<Caller> BindAsync(HttpContext http) => ValueTask.FromResult(new Caller(
        http.RequestServices.GetRequiredService<IUseCases>(), http.Features.GetRequiredFeature<Actor.Client>(),
        http.Features.Get<IdempotencyKey>(), http.RequestAborted));

    public Actor Actor => client;

    public Task<Result<T>> Run<T>(IUseCase<T> useCase) => useCases.Run(client, useCase, retry, aborted);

    /// <summary>Runs it and says what its answer looks like; a refusal is a problem.</summary>
    public async Task<IResult> Run<T>(IUseCase<T> useCase, Func<T, IResult> answer) =>
        (await Run(useCase)).Match(answer, refusal => refusal.ToProblem());
}
