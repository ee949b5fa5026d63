using Microsoft.AspNetCore.Mvc;
using Moderation.Activity;

namespace Moderation.Web.Platform;

/// <summary>What members do with each other and with what they see, many at once.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivity(this IEndpointRouteBuilder api)
    {
        api.MapPost("/interactions", ([FromBody] IReadOnlyList<InteractionTold> body, Caller caller) => caller.Run(new TellInteractions(body), Taken))
            .WithName("tellInteractions").WithSummary("Tells what viewers did with items")
            .Produces<ActivityTaken>(StatusCodes.Status202Accepted);

        api.MapPost("/follows", ([FromBody] IReadOnlyList<FollowTold> body, Caller caller) => caller.Run(new TellFollows(body), Taken))
            .WithName("tellFollows").WithSummary("Tells who follows whom, or does not any more")
            .Produces<ActivityTaken>(StatusCodes.Status202Accepted);

        api.MapPost("/viewer-choices", ([FromBody] IReadOnlyList<ChoiceTold> body, Caller caller) => caller.Run(new TellViewerChoices(body), Taken))
            .WithName("tellViewerChoices").WithSummary("Tells what viewers chose: close friends, muting, no interest, and their settings")
            .Produces<ActivityTaken>(StatusCodes.Status202Accepted);
    }

    private static IResult Taken(ActivityTaken taken) => TypedResults.Json(taken, statusCode: StatusCodes.Status202Accepted);
}
