using Microsoft.AspNetCore.Mvc;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>Disputes about ratings, which fact-checkers answer.</summary>
internal static class DisputeEndpoints
{
    public static void MapDisputes(this IEndpointRouteBuilder api)
    {
        api.MapPost("/disputes", (DisputeBody body, Caller caller) => caller.Run(
                body.ToDispute(), x => TypedResults.Json(DisputeFiledAnswer.Of(x), statusCode: StatusCodes.Status201Created)))
            .WithName("fileDispute").WithSummary("Asks the fact-checker to look at a rating again")
            .Produces<DisputeFiledAnswer>(StatusCodes.Status201Created);

        api.MapGet("/disputes/{id}", (Guid id, Caller caller) => caller.Run(new DisputeProgress(new(id)), TypedResults.Ok))
            .WithName("dispute").WithSummary("Where a dispute stands")
            .Produces<DisputeProgress.Answer>();

        api.MapPost("/disputes/{id}/withdraw", (Guid id, [FromBody] WithdrawDisputeBody? body, Caller caller) => caller.Run(
                new WithdrawDispute(new(id), body?.DisputantId), x => TypedResults.Ok(DisputeFiledAnswer.Of(x))))
            .WithName("withdrawDispute").WithSummary("Takes a dispute back")
            .Produces<DisputeFiledAnswer>();

        api.MapPost("/disputes/{id}/answer", (Guid id, DisputeAnswerBody body, Caller caller) => caller.Run(
                new AnswerDispute(new(id), body.Answer, body.Rating, body.Reason, body.By), TypedResults.Ok))
            .WithName("answerDispute").WithSummary("The fact-checker stays with the rating, gives another, or withdraws the check")
            .Produces<AnswerDispute.Answer>();
    }
}

/// <param name="Links">Up to five addresses, https only.</param>
internal sealed record DisputeBody(DecisionId DecisionId, AccountId DisputantId, string Statement, IReadOnlyList<string>? Links = null)
{
    public FileDispute ToDispute() => new(DecisionId, DisputantId, Statement, Links);
}

/// <param name="DisputantId">If named, it must be who filed it.</param>
internal sealed record WithdrawDisputeBody(AccountId? DisputantId = null);

/// <param name="Rating">The new one, where it is corrected.</param>
/// <param name="Reason">What the author is told.</param>
internal sealed record DisputeAnswerBody(DisputeAnswer Answer, string Reason, string By, Rating? Rating = null);

internal sealed record DisputeFiledAnswer(DisputeId Id, DisputeId DisputeId, DisputeState State, DateTimeOffset DueAt)
{
    public static DisputeFiledAnswer Of(FileDispute.Answer x) => new(x.DisputeId, x.DisputeId, x.State, x.DueAt);
}
