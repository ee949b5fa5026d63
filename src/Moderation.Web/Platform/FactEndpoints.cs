using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Web.Platform;

/// <summary>What is known of an item besides its words, and what the rules of the surfaces make of it.</summary>
internal static class FactEndpoints
{
    public static void MapFacts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/content/{id}/facts", (PathId id, FactsBody body, Caller caller) => caller.Run(
                body.About(new(id.Value)), _ => TypedResults.Accepted((string?)null)))
            .WithName("recordFacts").WithSummary("Tells what was measured of an item as it is now; it is judged at once")
            .Produces(StatusCodes.Status202Accepted);

        api.MapGet("/content/{id}/facts", (PathId id, Caller caller) => caller.Run(new FactsOf(new(id.Value)), TypedResults.Ok))
            .WithName("factsOf").WithSummary("What each rule of a surface makes of an item, and what is not known of it")
            .Produces<FactsOf.Answer>();
    }
}

/// <param name="Revision">What was measured, as <c>putContent</c> answered it.</param>
/// <param name="Source">Who or what measured.</param>
internal sealed record FactsBody(int Revision, string Source, IReadOnlyList<FactsBody.Fact> Facts)
{
    /// <param name="Measure">Pixels, seconds, a share or a chance 0 to 1; of what is true or not, 1 or 0.</param>
    /// <param name="MediaId">Which of the item's media; none for the item as a whole.</param>
    internal sealed record Fact(ContentFact Kind, double Measure, string? MediaId = null);

    public RecordFacts About(ContentId id) => new(id, Revision, Source, [.. Facts.Select(x => new RecordFacts.Fact(x.Kind, x.Measure, x.MediaId))]);
}
