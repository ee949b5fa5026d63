using Microsoft.AspNetCore.Mvc;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Web.Import;

namespace Moderation.Web.Platform;

/// <summary>Many things at once, a line each.</summary>
internal static class ImportEndpoint
{
    public static void MapImport(this IEndpointRouteBuilder api) =>
        api.MapPost("/import", async (HttpRequest request, Caller caller, IUseCases useCases) =>
            {
                // The door looks at who asks before it looks at what; so nobody sends a whole file for nothing.
                if (await caller.Run(new ImportLines([])) is Result<ImportLines.Answer>.Refused { Error: { Kind: Refusal.NotAllowed } refusal })
                    return refusal.ToProblem();

                var count = await new Importer(useCases).Import(caller.Actor, request.Body, null, request.HttpContext.RequestAborted);
                return (IResult)TypedResults.Ok(new ImportAnswer(
                    count.Accepted, count.Duplicates, [.. count.Rejected.Select(x => new ImportAnswer.Refused(x.Line, x.Code, x.Detail))]));
            })
            .WithMetadata(new IgnoresRetries(), new DisableRequestSizeLimitAttribute())
            .Accepts<object>("application/x-ndjson")
            .WithName("import").WithSummary("Takes many things, a line each; a bad line stops none of the others")
            .Produces<ImportAnswer>();
}

internal sealed record ImportAnswer(long Accepted, long Duplicates, IReadOnlyList<ImportAnswer.Refused> Rejected)
{
    /// <param name="Line">From 1.</param>
    internal sealed record Refused(long Line, string Code, string Detail);
}
