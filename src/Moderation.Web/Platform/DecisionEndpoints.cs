using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Web.Platform;

/// <summary>Decisions made outside our queues, and what was decided.</summary>
internal static class DecisionEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/decisions", (DecisionBody body, Caller caller) => caller.Run(
                body.ToDecision(), x => TypedResults.Json(x, statusCode: StatusCodes.Status201Created)))
            .WithName("decide").WithSummary("Decides on a subject")
            .Produces<EnforceDirectly.Answer>(StatusCodes.Status201Created);

        api.MapGet("/decisions/{id}", (Guid id, Caller caller) => caller.Run(new DecisionFile(new(id)), TypedResults.Ok))
            .WithName("decision").WithSummary("A decision with its rule, outcomes, statement of reasons and appeal")
            .Produces<DecisionFile.Answer>();

        api.MapPost("/decisions/{id}/overturn", (Guid id, OverturnBody body, Caller caller) => caller.Run(
                new OverturnDecision(new(id), body.Reason, body.By, body.Outcomes), TypedResults.Ok))
            .WithName("overturnDecision").WithSummary("Takes a decision, or some of its outcomes, back: from now on they never were")
            .Produces<OverturnDecision.Answer>();
    }
}

internal sealed record DecisionBody(
    SubjectBody Subject, string Guideline, Finding Finding, string Rationale, Automation Automation, int? Revision = null,
    IReadOnlyList<ChosenOutcome>? Outcomes = null, StaffId? DecidedBy = null, string? Detector = null,
    DecisionGround Ground = DecisionGround.Terms, string? LegalGround = null, bool Interim = false,
    string? DetectorVersion = null, string? Rule = null, DecisionId? Overrides = null, IReadOnlyList<DecisionId>? Cites = null)
{
    public EnforceDirectly ToDecision() => new(
        Subject.ToRef(), Revision, Guideline, Finding, Outcomes, Rationale, Automation, DecidedBy, Detector, Ground, LegalGround, Interim,
        DetectorVersion, Rule, Overrides, Cites);
}

/// <param name="Outcomes">Only these; all where left out.</param>
internal sealed record OverturnBody(string Reason, string By, IReadOnlyList<OutcomeId>? Outcomes = null);
