using Microsoft.AspNetCore.Mvc;
using Moderation.Eligibility;
using Moderation.Ranking;

namespace Moderation.Web.Platform;

/// <summary>In which order to show what a surface found.</summary>
internal static class RankEndpoint
{
    public static void MapRanking(this IEndpointRouteBuilder api) =>
        api.MapPost("/rank/{surface}", (Word<Surface> surface, RankBody body, Caller caller) => caller.Run(body.On(surface.Value), TypedResults.Ok))
            .WithMetadata(new IgnoresRetries(), new RequestSizeLimitAttribute(BodyReading.CandidatesLimit))
            .WithName("rank").WithSummary("Puts candidates in order, with eligibility applied")
            .Produces<RankSurface.Answer>();
}

/// <param name="Limit">How many are placed, 1 to 500.</param>
internal sealed record RankBody(
    int Limit, ViewerBody? Viewer = null, RankOrder Order = RankOrder.Ranked, IReadOnlyList<RankSurface.Candidate>? Candidates = null)
{
    public RankSurface On(Surface surface) => new(surface, Viewer?.ToViewer(), Order, Candidates ?? [], Limit);
}
