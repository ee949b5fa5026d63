using Microsoft.AspNetCore.Mvc;
using Moderation.Eligibility;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Web.Platform;

/// <summary>What may be shown, and why not.</summary>
internal static class EligibilityEndpoints
{
    public static void MapEligibility(this IEndpointRouteBuilder api)
    {
        api.MapPost("/eligibility", (EligibilityBody body, Caller caller) => caller.Run(body.ToCheck(), TypedResults.Ok))
            .WithMetadata(new IgnoresRetries(), new RequestSizeLimitAttribute(BodyReading.CandidatesLimit))
            .WithName("checkEligibility").WithSummary("What may be shown on a surface, and how strongly; verdicts in the order of the candidates")
            .Produces<CheckEligibility.Answer>();

        api.MapGet("/eligibility/{kind}/{id}", (Word<SubjectKind> kind, PathId id, DateTimeOffset? at, DateTimeOffset? known, Caller caller) =>
                caller.Run(new ExplainEligibility(new(kind.Value, id.Value), at, known), TypedResults.Ok))
            .WithName("explainEligibility").WithSummary("Everything in force on a subject, with its decisions and redress")
            .Produces<ExplainEligibility.Answer>();
    }
}

/// <param name="Viewer">Null where nothing is known.</param>
/// <param name="Candidates">1 to 10,000.</param>
internal sealed record EligibilityBody(
    Surface Surface, IReadOnlyList<CheckEligibility.Candidate> Candidates, ViewerBody? Viewer = null, DateTimeOffset? At = null)
{
    public CheckEligibility ToCheck() => new(Surface, Viewer?.ToViewer(), At, Candidates);
}

/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal sealed record ViewerBody(
    string? Id = null, bool? IsMinor = null, int? Age = null, string? Country = null, Sensitivity? Sensitivity = null, Politics? Politics = null)
{
    public Viewer ToViewer() => new()
    {
        IsMinor = IsMinor,
        Age = Age,
        Country = Country,
        Sensitivity = Sensitivity ?? Viewer.Unknown.Sensitivity,
        Politics = Politics ?? Viewer.Unknown.Politics,
    };
}
