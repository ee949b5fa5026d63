using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

/// <summary>One call of the contract, with a request that is in order.</summary>
/// <param name="Scopes">Whose keys may make it.</param>
public sealed record Call(string Method, string Path, object? Body, params Scope[] Scopes)
{
    private const string Nowhere = "00000000-0000-7000-8000-000000000000";

    private static object Gone => new { at = "2026-02-01T00:00:00Z", by = "platform" };

    public string Type { get; init; } = "application/json";

    public static Call[] All { get; } =
    [
        new("PUT", "/accounts/call", new { handle = "call" }, Scope.Platform),
        new("PUT", "/content/call", new { authorId = "call", kind = "post", createdAt = "2026-01-01T00:00:00Z" }, Scope.Platform),
        new("DELETE", "/content/call", Gone, Scope.Platform),
        new("DELETE", "/accounts/call", Gone, Scope.Platform),
        new("POST", "/import", """{"account":{"id":"call","handle":"imported"}}""", Scope.Platform) { Type = "application/x-ndjson" },
        new("POST", "/reports", new { subject = ApiWorld.Subject("call"), source = "member" }, Scope.Platform),
        new("POST", "/signals", new { subject = ApiWorld.Subject("call"), detector = "d", version = "1", label = "l", score = 0.5 }, Scope.Platform),
        new("POST", "/interactions", new[] { new { viewer = "call", content = "call", kind = "like", at = "2026-01-01T00:00:00Z" } }, Scope.Platform),
        new("POST", "/follows", new[] { new { from = "call", to = "called", at = "2026-01-01T00:00:00Z" } }, Scope.Platform),
        new("POST", "/viewer-choices", new[] { new { viewer = "call", target = "called", choice = "mute", at = "2026-01-01T00:00:00Z" } }, Scope.Platform),
        new("POST", "/decisions", new
        {
            subject = ApiWorld.Subject("nowhere"), guideline = "fraud", finding = "violates", rationale = "r", automation = "full",
        }, Scope.Enforcer),
        new("GET", $"/decisions/{Nowhere}", null, Scope.Platform, Scope.Enforcer),
        new("POST", $"/decisions/{Nowhere}/overturn", new { reason = "r", by = "b" }, Scope.Enforcer),
        new("POST", "/orders", new
        {
            authority = "a", memberState = "NL", reference = "r", legalBasis = "l", redress = "x",
            subjects = new[] { ApiWorld.Subject("nowhere") }, outcomes = new[] { new { kind = "removed" } },
        }, Scope.Enforcer),
        new("POST", $"/orders/{Nowhere}/withdraw", new { reason = "r" }, Scope.Enforcer),
        new("POST", "/decisions/overturn-where", new
        {
            detector = "nobody", from = "2026-01-01T00:00:00Z", until = "2026-02-01T00:00:00Z", preview = false, reason = "r", by = "b",
        }, Scope.Enforcer),
        new("GET", $"/runs/{Nowhere}", null, Scope.Platform, Scope.Enforcer),
        new("POST", $"/runs/{Nowhere}/cancel", new { }, Scope.Enforcer),
        new("POST", "/appeals", new { decisionId = Nowhere, appellantId = "call", statement = "s" }, Scope.Platform),
        new("GET", $"/appeals/{Nowhere}", null, Scope.Platform),
        new("POST", $"/appeals/{Nowhere}/withdraw", new { }, Scope.Platform),
        new("POST", $"/appeals/{Nowhere}/rule", new { ruling = "upheld", reason = "r", reviewer = "heron" }, Scope.Enforcer),
        new("PUT", "/staff/call", new { displayName = "Call", roles = new[] { "moderator" }, active = true }, Scope.Admin),
        new("PUT", "/trusted-flaggers/call", new { name = "Call", active = true }, Scope.Admin),
        new("POST", "/review/claims", new { reviewer = "kestrel" }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/renew", new { reviewer = "kestrel", claimNumber = 1 }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/release", new { reviewer = "kestrel", claimNumber = 1 }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/escalate", new { reviewer = "kestrel", claimNumber = 1, question = "?" }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/snooze", new { reviewer = "kestrel", claimNumber = 1, until = DateTimeOffset.UtcNow.AddDays(1), reason = "?" }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/hand-over", new { reviewer = "kestrel", claimNumber = 1, to = "plover", note = "?" }, Scope.Reviewer),
        new("POST", $"/review/cases/{Nowhere}/decide", new
        {
            reviewer = "kestrel", claimNumber = 1, guideline = "fraud", finding = "violates", rationale = "r",
        }, Scope.Reviewer),
        new("POST", "/accounts/call/sign-in-links", new { }, Scope.Platform),
        new("GET", "/accounts/call/status", null, Scope.Platform),
        new("GET", "/accounts/call/permissions", null, Scope.Platform),
        new("POST", "/accounts/call/trainings", new { }, Scope.Platform),
        new("GET", "/accounts/call/notices", null, Scope.Platform),
        new("GET", "/events", null, Scope.Platform),
        new("POST", "/eligibility", new { surface = "feed", candidates = new[] { new { content = "call" } } }, Scope.Ranker),
        new("GET", "/eligibility/content/call", null, Scope.Ranker, Scope.Platform),
        new("POST", "/rank/explore", new { limit = 10, candidates = Array.Empty<object>() }, Scope.Ranker),
    ];

    public override string ToString() => $"{Method} {Path}";
}
