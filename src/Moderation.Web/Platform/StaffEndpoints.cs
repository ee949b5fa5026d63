using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Web.Platform;

/// <summary>For provisioning from a directory.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder api)
    {
        api.MapPut("/staff/{id}", (PathId id, StaffBody body, Caller caller) => caller.Run(
                body.About(new(id.Value)),
                x => TypedResults.Json(x, statusCode: x.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK)))
            .WithName("putStaff").WithSummary("Says who works here, and in which roles")
            .Produces<PutStaff.Answer>().Produces<PutStaff.Answer>(StatusCodes.Status201Created);

        api.MapPut("/trusted-flaggers/{id}", (PathId id, FlaggerBody body, Caller caller) => caller.Run(
                new PutTrustedFlagger(new(id.Value), body.Name, body.Active),
                x => TypedResults.Json(x, statusCode: x.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK)))
            .WithName("putTrustedFlagger").WithSummary("Says whose reports go ahead")
            .Produces<PutTrustedFlagger.Answer>().Produces<PutTrustedFlagger.Answer>(StatusCodes.Status201Created);
    }
}

/// <param name="Account">Their own account on the network, whose cases they never get.</param>
internal sealed record StaffBody(
    string DisplayName, IReadOnlyList<Role> Roles, bool Active, string? Pseudonym = null, IReadOnlyList<string>? Languages = null,
    IReadOnlyList<string>? Skills = null, AccountId? Account = null)
{
    public PutStaff About(StaffId id) => new(id, DisplayName, Pseudonym, Roles, Languages, Skills, Active, Account);
}

internal sealed record FlaggerBody(string Name, bool Active);
