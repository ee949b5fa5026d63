using Microsoft.AspNetCore.Mvc;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Web.Platform;

/// <summary>What the host asks on behalf of a member.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        api.MapPost("/accounts/{id}/sign-in-links", (PathId id, [FromBody] SignInLinkBody? body, Caller caller, HttpRequest request) =>
                caller.Run(new MakeSignInLink(new(id.Value)), x => TypedResults.Json(
                    new SignInLinkAnswer(Address(request, x.Token, body?.DecisionId), x.ExpiresAt), statusCode: StatusCodes.Status201Created)))
            .WithName("makeSignInLink").WithSummary("Makes a link that signs a member in once")
            .Produces<SignInLinkAnswer>(StatusCodes.Status201Created);

        api.MapGet("/accounts/{id}/status", (PathId id, Caller caller) => caller.Run(new AccountStatus(new(id.Value)), TypedResults.Ok))
            .WithName("accountStatus").WithSummary("What limits an account, exactly as rankers see it")
            .Produces<AccountStatus.Answer>();

        api.MapGet("/accounts/{id}/notices", (PathId id, After? after, Caller caller) =>
                caller.Run(new NoticesOf(new(id.Value), after?.Value ?? 0), TypedResults.Ok))
            .WithName("notices").WithSummary("What a member was told, in order")
            .Produces<NoticesOf.Answer>();
    }

    private static string Address(HttpRequest request, string token, DecisionId? decision) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}/sign-in/link/{token}{(decision is { } id ? $"?decision={id.Value}" : "")}";
}

internal sealed record SignInLinkBody(DecisionId? DecisionId = null);

/// <param name="Url">Works once.</param>
internal sealed record SignInLinkAnswer(string Url, DateTimeOffset ExpiresAt);

/// <summary>The cursor of a list: 0 or the last answer's <c>next</c>.</summary>
internal readonly record struct After(long Value)
{
    public static bool TryParse(string? text, out After after)
    {
        var isNumber = long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value);
        after = new(value);
        return isNumber;
    }
}
