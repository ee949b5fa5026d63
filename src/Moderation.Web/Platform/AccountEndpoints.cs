using Microsoft.AspNetCore.Mvc;
using Moderation.Accounts;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;

namespace Moderation.Web.Platform;

/// <summary>The accounts of the network, as the host tells of them.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapPut("/accounts/{id}", (PathId id, AccountBody body, Caller caller) => caller.Run(
                body.About(new(id.Value)),
                x => TypedResults.Json(x, statusCode: x.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK)))
            .WithName("putAccount").WithSummary("Tells what an account is now")
            .Produces<PutAccount.Answer>().Produces<PutAccount.Answer>(StatusCodes.Status201Created);

        api.MapDelete("/accounts/{id}", (PathId id, [FromBody] DeletionBody body, Caller caller) => caller.Run(
                new DeleteAccount(new(id.Value), body.At, body.By, body.Erase), TypedResults.Ok))
            .WithName("deleteAccount").WithSummary("Tells that an account is gone")
            .Produces<DeleteAccount.Answer>();

        api.MapGet("/accounts/{id}/permissions", (PathId id, Caller caller) => caller.Run(new PermissionsOf(new(id.Value)), x => TypedResults.Ok(x.Features)))
            .WithName("permissions").WithSummary("What an account may do now")
            .Produces<IReadOnlyDictionary<Feature, PermissionsOf.Permission>>();

        api.MapPost("/accounts/{id}/trainings", (PathId id, [FromBody] TrainingBody? body, Caller caller) => caller.Run(
                new CompleteTraining(new(id.Value), body?.At), x => TypedResults.Json(x, statusCode: StatusCodes.Status201Created)))
            .WithName("completeTraining").WithSummary("Tells that somebody finished the course that lifts a first warning")
            .Produces<CompleteTraining.Answer>(StatusCodes.Status201Created);
    }
}

internal sealed record AccountBody(
    string Handle, string? DisplayName = null, long? FollowerCount = null, string? Country = null, string? Language = null,
    int? Age = null, bool? IsMinor = null, string? Type = null, bool? IsPrivate = null, DateTimeOffset? CreatedAt = null,
    DateTimeOffset? ObservedAt = null)
{
    public PutAccount About(AccountId id) => new(
        id, Handle, DisplayName, FollowerCount, Country, Language, Age, IsMinor, Type, IsPrivate, CreatedAt, ObservedAt);
}

/// <param name="Erase">Whether personal data goes too.</param>
internal sealed record DeletionBody(DateTimeOffset At, DeletedBy By, bool Erase = false);

/// <param name="At">When it was finished; null for now.</param>
internal sealed record TrainingBody(DateTimeOffset? At = null);
