using Microsoft.AspNetCore.Mvc;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Transparency;

namespace Moderation.Web.Platform;

/// <summary>Second looks.</summary>
internal static class AppealEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder api)
    {
        api.MapPost("/appeals", (AppealBody body, Caller caller) => caller.Run(
                body.ToAppeal(), x => TypedResults.Json(AppealAnswer.Of(x), statusCode: StatusCodes.Status201Created)))
            .WithName("fileAppeal").WithSummary("Asks for a second look")
            .Produces<AppealAnswer>(StatusCodes.Status201Created);

        api.MapGet("/appeals/{id}", (Guid id, Caller caller) => caller.Run(new AppealProgress(new(id)), x => TypedResults.Ok(AppealView.Of(x))))
            .WithName("appeal").WithSummary("Where an appeal stands")
            .Produces<AppealView>();

        api.MapPost("/appeals/{id}/withdraw", (Guid id, [FromBody] WithdrawBody? body, Caller caller) => caller.Run(
                new WithdrawAppeal(new(id), body?.AppellantId), x => TypedResults.Ok(AppealAnswer.Of(x))))
            .WithName("withdrawAppeal").WithSummary("Takes an appeal back")
            .Produces<AppealAnswer>();

        api.MapPost("/appeals/{id}/rule", (Guid id, RulingBody body, Caller caller) => caller.Run(
                new RuleOnAppeal(new(id), body.Reviewer, body.ClaimNumber, body.Ruling, body.Outcomes, body.Reason), TypedResults.Ok))
            .WithName("ruleOnAppeal").WithSummary("Rules on an appeal")
            .Produces<RuleOnAppeal.Answer>();
    }
}

/// <summary>Names the decision or the report, one of the two.</summary>
internal sealed record AppealBody(AccountId AppellantId, string Statement, DecisionId? DecisionId = null, ReportId? ReportId = null)
{
    public FileAppeal ToAppeal() => new(DecisionId, ReportId, AppellantId, Statement);
}

/// <param name="AppellantId">If named, it must be who filed it.</param>
internal sealed record WithdrawBody(AccountId? AppellantId = null);

/// <param name="Outcomes">For a partly overturned one: the kinds of outcome that are taken back.</param>
/// <param name="Reason">What the member is told.</param>
internal sealed record RulingBody(
    Ruling Ruling, string Reason, StaffId Reviewer, IReadOnlyList<OutcomeKind>? Outcomes = null, long? ClaimNumber = null);

internal sealed record AppealAnswer(AppealId Id, AppealId AppealId, AppealState State, DateTimeOffset DueAt)
{
    public static AppealAnswer Of(FileAppeal.Answer x) => new(x.AppealId, x.AppealId, x.State, x.DueAt);
}

internal sealed record AppealView(
    AppealId Id, AppealId AppealId, DecisionId DecisionId, AccountId AppellantId, AppealState State, string Statement,
    DateTimeOffset FiledAt, DateTimeOffset DueAt, Ruling? Ruling, string? Reason, DateTimeOffset? ClosedAt)
{
    public static AppealView Of(AppealProgress.Answer x) => new(
        x.AppealId, x.AppealId, x.DecisionId, x.AppellantId, x.State, x.Statement, x.FiledAt, x.DueAt, x.Ruling, x.Reason, x.ClosedAt);
}
