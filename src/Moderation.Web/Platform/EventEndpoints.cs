using Moderation.Notices;

namespace Moderation.Web.Platform;

/// <summary>What the host is told, in order.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", (After? after, Caller caller) => caller.Run(new EventFeed(after?.Value ?? 0), TypedResults.Ok))
            .WithName("events").WithSummary("The ordered feed of what webhooks carry")
            .Produces<EventFeed.Answer>();
}
