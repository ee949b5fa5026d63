using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>Mass repair of a bad rule, and the runs that do it.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/decisions/overturn-where", async (OverturnWhereBody body, Caller caller) => body.Preview
                ? await caller.Run(body.ToPreview(), TypedResults.Ok)
                : await caller.Run(body.ToCommand(), x => x.Run is { } run
                    ? TypedResults.Accepted($"{Api.Root}/runs/{run.Id.Value}", x)
                    : TypedResults.Ok(x)))
            .WithName("overturnWhere").WithSummary("Takes back everything a bad rule decided, or says what that would be")
            .Produces<PreviewOverturnWhere.Answer>().Produces<OverturnWhere.Answer>(StatusCodes.Status202Accepted);

        api.MapGet("/runs/{id}", (Guid id, Caller caller) => caller.Run(new RunProgress(new(id)), TypedResults.Ok))
            .WithName("run").WithSummary("How far a run is")
            .Produces<RunProgress.Answer>();

        api.MapPost("/runs/{id}/cancel", (Guid id, Caller caller) => caller.Run(new CancelRun(new(id)), TypedResults.Ok))
            .WithName("cancelRun").WithSummary("Stops a run; what was done stays")
            .Produces<RunProgress.Answer>();
    }
}

/// <param name="Detector">Of these four at least one.</param>
internal sealed record OverturnWhereBody(
    DateTimeOffset From, DateTimeOffset Until, bool Preview, string Reason, string By, string? Detector = null, string? Version = null,
    string? Rule = null, string? Guideline = null)
{
    public PreviewOverturnWhere ToPreview() => new(Detector, Version, Rule, Guideline, From, Until);

    public OverturnWhere ToCommand() => new(Detector, Version, Rule, Guideline, From, Until, Reason, By);
}
