using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Web.Platform;

/// <summary>What people and machines say of a subject.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/reports", (ReportBody body, Caller caller) => caller.Run(
                body.ToReport(),
                x => TypedResults.Json(new ReportAnswer(x.ReportId, x.ReportId, x.CaseId), statusCode: StatusCodes.Status202Accepted)))
            .WithName("fileReport").WithSummary("Reports a subject")
            .Produces<ReportAnswer>(StatusCodes.Status202Accepted);

        api.MapPost("/signals", (SignalBody body, Caller caller) => caller.Run(
                body.ToSignal(),
                x => TypedResults.Json(new SignalAnswer(x.Id, x.CaseId, x.ClearedBy), statusCode: StatusCodes.Status202Accepted)))
            .WithName("sendSignal").WithSummary("Tells what a machine thinks of a subject")
            .Produces<SignalAnswer>(StatusCodes.Status202Accepted);
    }
}

internal sealed record SubjectBody(SubjectKind Kind, string Id)
{
    public SubjectRef ToRef() => new(Kind, Id);
}

/// <param name="ExternalId">The sender's own id; the same twice is one.</param>
internal sealed record ReportBody(
    SubjectBody Subject, AccountId? ReporterId = null, string? Guideline = null, string? Details = null,
    ReportSource Source = ReportSource.Member, NoticeBody? LegalNotice = null, string? ExternalId = null, DateTimeOffset? ObservedAt = null)
{
    public FileReport ToReport() => new(
        Subject.ToRef(), ReporterId, Guideline, Details, Source, LegalNotice?.ToNotice(), ExternalId, ObservedAt);
}

/// <summary>Whether it has all that the law asks, the product says.</summary>
internal sealed record NoticeBody(
    string? Explanation = null, string? Url = null, string? Name = null, string? Email = null, bool GoodFaith = false)
{
    public LegalNotice ToNotice() => new(Explanation ?? "", Url ?? "", Name, Email, GoodFaith);
}

/// <param name="CaseId">Null while the subject is unknown.</param>
internal sealed record ReportAnswer(ReportId Id, ReportId ReportId, CaseId? CaseId);

/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Explanation">What it saw, for a moderator to read.</param>
internal sealed record SignalBody(
    SubjectBody Subject, string Detector, string Version, string Label, double Score, string? Guideline = null,
    string? ExternalId = null, DateTimeOffset? ObservedAt = null, string? Explanation = null)
{
    public SendSignal ToSignal() => new(Subject.ToRef(), Detector, Version, Label, Score, Guideline, ExternalId, ObservedAt, Explanation);
}

/// <param name="CaseId">Null while the subject is unknown, or where nobody needs to look.</param>
/// <param name="ClearedBy">The bank by which nobody needs to look; absent where none says so.</param>
internal sealed record SignalAnswer(SignalId Id, CaseId? CaseId, string? ClearedBy = null);
