using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Platform;

/// <summary>For review consoles of the host's own.</summary>
internal static class ReviewEndpoints
{
    public static void MapReview(this IEndpointRouteBuilder api)
    {
        api.MapPost("/review/claims", async (ClaimBody body, Caller caller) =>
                (await caller.Run(new ClaimNextCase(body.Reviewer, body.Queues, body.Languages))).Match<IResult>(
                    TypedResults.Ok,
                    refusal => refusal == ReviewErrors.NothingWaits ? TypedResults.NoContent() : refusal.ToProblem()))
            .WithName("claimNextCase").WithSummary("Takes the next case; nobody else can meanwhile")
            .Produces<ClaimNextCase.Answer>().Produces(StatusCodes.Status204NoContent);

        var @case = api.MapGroup("/review/cases/{id}");
        @case.MapPost("/renew", (Guid id, HoldBody body, Caller caller) => caller.Run(
                new RenewClaim(body.Reviewer, new(id), body.ClaimNumber), TypedResults.Ok))
            .WithName("renewClaim").WithSummary("Keeps a case longer")
            .Produces<RenewClaim.Answer>();

        @case.MapPost("/release", (Guid id, HoldBody body, Caller caller) => caller.Run(
                new ReleaseClaim(body.Reviewer, new(id), body.ClaimNumber), _ => TypedResults.Ok(new CaseAnswer(new(id)))))
            .WithName("releaseClaim").WithSummary("Gives a case back")
            .Produces<CaseAnswer>();

        @case.MapPost("/escalate", (Guid id, EscalationBody body, Caller caller) => caller.Run(
                new EscalateCase(body.Reviewer, new(id), body.ClaimNumber, body.Question), _ => TypedResults.Ok(new CaseAnswer(new(id)))))
            .WithName("escalateCase").WithSummary("Hands a case on to a lead")
            .Produces<CaseAnswer>();

        @case.MapPost("/snooze", (Guid id, SnoozeBody body, Caller caller) => caller.Run(
                new SnoozeCase(body.Reviewer, new(id), body.ClaimNumber, body.Until, body.Reason), _ => TypedResults.Ok(new CaseAnswer(new(id)))))
            .WithName("snoozeCase").WithSummary("Puts a case aside until a time, at most 30 days away")
            .Produces<CaseAnswer>();

        @case.MapPost("/hand-over", (Guid id, HandOverBody body, Caller caller) => caller.Run(
                new HandOver(body.Reviewer, new(id), body.ClaimNumber, body.To, body.Note), TypedResults.Ok))
            .WithName("handOverCase").WithSummary("Hands a case to a colleague, who alone may claim it for a while")
            .Produces<HandOver.Answer>();

        @case.MapPost("/decide", (Guid id, CaseDecisionBody body, Caller caller) => caller.Run(
                body.On(new(id)), x => TypedResults.Json(x, statusCode: StatusCodes.Status201Created)))
            .WithName("decideCase").WithSummary("Judges the case that the reviewer holds; it takes effect at once, for the time to undo is the console's own")
            .Produces<EnforceDirectly.Answer>(StatusCodes.Status201Created);
    }
}

/// <param name="Queues">Only from these.</param>
/// <param name="Languages">Only in these.</param>
internal sealed record ClaimBody(StaffId Reviewer, IReadOnlyList<string>? Queues = null, IReadOnlyList<string>? Languages = null);

/// <param name="ClaimNumber">As it was given with the claim.</param>
internal sealed record HoldBody(StaffId Reviewer, long ClaimNumber);

internal sealed record SnoozeBody(StaffId Reviewer, long ClaimNumber, DateTimeOffset Until, string Reason);

/// <param name="To">The colleague's pseudonym.</param>
internal sealed record HandOverBody(StaffId Reviewer, long ClaimNumber, string To, string Note);

internal sealed record EscalationBody(StaffId Reviewer, long ClaimNumber, string Question);

/// <summary>The fields of a decision that a person makes; what goes without saying is known from the case.</summary>
/// <param name="DeviationReason">Why other outcomes than the rule's; the rationale where left out.</param>
internal sealed record CaseDecisionBody(
    StaffId Reviewer, long ClaimNumber, string Guideline, Finding Finding, string Rationale, int? Revision = null,
    IReadOnlyList<ChosenOutcome>? Outcomes = null, string? DeviationReason = null, DecisionId? Overrides = null,
    IReadOnlyList<DecisionId>? Cites = null)
{
    public DecideCase On(CaseId @case) => new(
        Reviewer, @case, ClaimNumber, Revision, Guideline, Finding, Outcomes, Rationale, DeviationReason ?? Rationale, Overrides, Cites);
}

internal sealed record CaseAnswer(CaseId CaseId);
