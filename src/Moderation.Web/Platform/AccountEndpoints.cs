using Microsoft.AspNetCore.Mvc;
using Moderation.Accounts;
using Moderation.Pipeline;

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
