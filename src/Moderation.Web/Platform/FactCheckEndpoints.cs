using System.Text.Json;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>What fact-checkers found, as schema.org ClaimReview.</summary>
internal static class FactCheckEndpoints
{
    public static void MapFactChecks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/fact-checks", (FactCheckBody body, Caller caller) => caller.Run(
                body.ToFactCheck(), x => TypedResults.Json(x, statusCode: x.State is FactCheckState.Waiting ? StatusCodes.Status202Accepted : StatusCodes.Status201Created)))
            .WithName("fileFactCheck").WithSummary("Labels what a fact-check is about, and its copies; the same check sent twice is one")
            .Produces<FileFactCheck.Answer>(StatusCodes.Status201Created).Produces<FileFactCheck.Answer>(StatusCodes.Status202Accepted);

        api.MapGet("/fact-checks/{id}", (Guid id, string? after, Caller caller) => caller.Run(
                new FactCheckFile(new(id), after is null ? null : new(after)), TypedResults.Ok))
            .WithName("factCheck").WithSummary("A fact-check as ClaimReview, with what it labels and how its rating changed")
            .Produces<FactCheckFile.Answer>();

        api.MapPost("/fact-checks/{id}/corrections", (Guid id, FactCheckCorrectionBody body, Caller caller) => caller.Run(
                new CorrectFactCheck(new(id), body.Rating, body.Reason, body.By), TypedResults.Ok))
            .WithName("correctFactCheck").WithSummary("Gives another rating, or withdraws the check: all that came from it is lifted")
            .Produces<CorrectFactCheck.Answer>();
    }
}

internal sealed record FactCheckBody(JsonElement ClaimReview, IReadOnlyList<string>? ContentIds = null)
{
    public FileFactCheck ToFactCheck() => new(ClaimReview, ContentIds is null ? null : [.. ContentIds.Select(x => new ContentId(x))]);
}

/// <param name="Rating">None withdraws the check.</param>
internal sealed record FactCheckCorrectionBody(string Reason, string By, Rating? Rating = null);
