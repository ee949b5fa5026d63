using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>What authorities order.</summary>
internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders", (OrderBody body, Caller caller) => caller.Run(
                body.ToOrder(), x => TypedResults.Json(x, statusCode: StatusCodes.Status201Created)))
            .WithName("obeyOrder").WithSummary("Does what an authority ordered; the same order sent twice is one")
            .Produces<ObeyOrder.Answer>(StatusCodes.Status201Created);

        api.MapPost("/orders/{id}/withdraw", (Guid id, WithdrawalBody body, Caller caller) => caller.Run(
                new WithdrawOrder(new(id), body.Reason), TypedResults.Ok))
            .WithName("withdrawOrder").WithSummary("Takes back what was done on an order that is no more")
            .Produces<WithdrawOrder.Answer>();
    }
}

internal sealed record OrderBody(
    string Authority, string MemberState, string Reference, string LegalBasis, IReadOnlyList<SubjectBody> Subjects,
    IReadOnlyList<ChosenOutcome> Outcomes, string Redress, IReadOnlyList<string>? Territories = null,
    DateTimeOffset? DueAt = null, DateTimeOffset? ConfidentialUntil = null)
{
    public ObeyOrder ToOrder() => new(
        Authority, MemberState, Reference, LegalBasis, [.. (Subjects ?? []).Select(x => x?.ToRef() ?? default)], Outcomes, Redress, Territories, DueAt, ConfidentialUntil);
}

internal sealed record WithdrawalBody(string Reason);
