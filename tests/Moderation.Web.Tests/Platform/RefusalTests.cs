namespace Moderation.Web.Tests.Platform;

public sealed class RefusalTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly Guid Nowhere = Guid.CreateVersion7();

    [Fact]
    public async Task What_is_not_known_is_not_found()
    {
        object gone = new { at = "2026-01-01T00:00:00Z", by = "author" };
        await world.Refuses(404, "account.unknown", () => world.Send("DELETE", "/accounts/nobody", gone));
        await world.Refuses(404, "account.unknown", () => world.Get("/accounts/nobody/status"));
        await world.Refuses(404, "content.unknown", () => world.Send("DELETE", "/content/nothing", gone));
        await world.Refuses(404, "subject.unknown", () => world.Get("/eligibility/content/nothing"));
        await world.Refuses(404, "subject.unknown", () => world.Get("/eligibility/account/nobody"));
        await world.Refuses(404, "subject.unknown", () => world.Decide("nothing"));
        await world.Refuses(404, "decision.unknown", () => world.Get($"/decisions/{Nowhere}"));
        await world.Refuses(404, "decision.unknown", () => world.Post($"/decisions/{Nowhere}/overturn", new { reason = "r", by = "b" }));
        await world.Refuses(404, "decision.unknown", () => world.Post("/appeals", new { decisionId = Nowhere, appellantId = "a", statement = "s" }));
        await world.Refuses(404, "appeal.unknown", () => world.Post("/appeals", new { reportId = Nowhere, appellantId = "a", statement = "s" }));
        await world.Refuses(404, "appeal.unknown", () => world.Get($"/appeals/{Nowhere}"));
        await world.Refuses(404, "appeal.unknown", () => world.Post($"/appeals/{Nowhere}/withdraw"));
        await world.Refuses(404, "appeal.unknown", () => world.Post($"/appeals/{Nowhere}/rule", new { ruling = "upheld", reason = "r", reviewer = "heron" }));
        await world.Refuses(404, "case.unknown", () => world.Post(
            $"/review/cases/{Nowhere}/decide", new { reviewer = "kestrel", claimNumber = 1, guideline = "fraud", finding = "violates", rationale = "r" }));
    }

    [Theory]
    [InlineData("PUT", "/accounts/a", """{"handle":""}""", "handle")]
    [InlineData("PUT", "/accounts/a", """{"handle":"h","age":-1}""", "age")]
    [InlineData("PUT", "/accounts/a", """{"handle":"h","country":"NLD"}""", "country")]
    [InlineData("PUT", "/accounts/%20a", """{"handle":"h"}""", "id")]
    [InlineData("PUT", "/content/c", """{"authorId":" ","kind":"post","createdAt":"2026-01-01T00:00:00Z"}""", "authorId")]
    [InlineData("PUT", "/content/c", """{"authorId":"a","kind":"post","createdAt":"2026-01-01T00:00:00Z","media":[null]}""", "media[0]")]
    [InlineData("PUT", "/content/c", """{"authorId":"a","kind":"post","createdAt":"2026-01-01T00:00:00Z","media":[{"id":"m","kind":"image","textShare":2}]}""", "media[0].textShare")]
    [InlineData("POST", "/reports", """{"subject":{"kind":"content","id":" x"}}""", "subject")]
    [InlineData("POST", "/signals", """{"subject":{"kind":"content","id":"x"},"detector":"d","version":"1","label":"l","score":1e999}""", "score")]
    [InlineData("POST", "/decisions", """{"subject":{"kind":"content","id":"x"},"guideline":"fraud","finding":"violates","rationale":"","automation":"full"}""", "rationale")]
    [InlineData("POST", "/decisions", """{"subject":{"kind":"content","id":"x"},"guideline":"fraud","finding":"violates","rationale":"r","automation":"full","outcomes":[null]}""", "outcomes[0]")]
    [InlineData("POST", "/appeals", """{"appellantId":"a","statement":""}""", "decisionId")]
    [InlineData("PUT", "/staff/s", """{"displayName":"S","roles":["product"],"active":true}""", "roles[0]")]
    [InlineData("PUT", "/trusted-flaggers/f", """{"name":"","active":true}""", "name")]
    [InlineData("POST", "/eligibility", """{"surface":"feed","candidates":[]}""", "candidates.count")]
    [InlineData("POST", "/eligibility", """{"surface":"feed","candidates":[null]}""", "candidates[0]")]
    [InlineData("POST", "/rank/feed", """{"limit":501}""", "limit")]
    [InlineData("POST", "/rank/nowhere", """{"limit":1}""", "surface")]
    [InlineData("GET", "/eligibility/thing/x", null, "kind")]
    [InlineData("GET", "/eligibility/content/x?at=soon", null, "at")]
    [InlineData("GET", "/eligibility/content/x?known=2026-01-01T00:00:00Z", null, "at")]
    [InlineData("GET", "/decisions/not-a-guid", null, "id")]
    [InlineData("GET", "/events?after=-1", null, "after")]
    [InlineData("GET", "/accounts/x/notices?after=x", null, "after")]
    public async Task A_value_out_of_bounds_is_named_with_its_field(string method, string path, string? body, string field)
    {
        var reply = await world.Refuses(400, "request.invalid", () => world.Send(method, path, body));

        Assert.Contains(reply["errors"].EnumerateObject(), x => x.Name == field);
    }

    [Fact]
    public async Task Too_many_candidates_are_refused_with_the_limit()
    {
        var candidates = Enumerable.Range(0, 10_001).Select(x => new { content = $"c{x}" });
        var reply = await world.Refuses(400, "request.invalid", () => world.Post("/eligibility", new { surface = "feed", candidates }));

        Assert.Contains("10000", reply.Text("detail"), StringComparison.Ordinal);
        (await world.Post("/eligibility", new { surface = "feed", candidates = candidates.Skip(1) })).Expect(200);
    }

    [Fact]
    public async Task Reports_and_signals_must_name_what_there_is()
    {
        var subject = ApiWorld.Subject("x");
        await world.Refuses(422, "guideline.unknown", () => world.Post("/reports", new { subject, guideline = "no-such" }));
        await world.Refuses(422, "guideline.unknown", () => world.Post(
            "/signals", new { subject, detector = "d", version = "1", label = "l", score = 1, guideline = "no-such" }));
        await world.Refuses(422, "report.unknownFlagger", () => world.Post("/reports", new { subject, reporterId = "x", source = "trustedFlagger" }));
        await world.Refuses(422, "report.noticeIncomplete", () => world.Post("/reports", new { subject, source = "legalNotice" }));
        await world.Refuses(422, "report.noticeIncomplete", () => world.Post(
            "/reports", new { subject, source = "legalNotice", legalNotice = new { explanation = "e", url = "https://e.org", goodFaith = false } }));
    }

    [Fact]
    public async Task A_claim_is_good_only_for_its_holder_and_its_number()
    {
        var (id, number, _) = await world.Claimed();
        foreach (var act in new[] { "renew", "release", "escalate", "decide" })
            foreach (var (reviewer, claimNumber) in new[] { ("kestrel", number + 1), ("kestrel", number - 1), ("plover", number) })
                await world.Refuses(409, "claim.stale", () => world.Post($"/review/cases/{id}/{act}", new
                {
                    reviewer,
                    claimNumber,
                    question = "?",
                    guideline = "fraud",
                    finding = "violates",
                    rationale = "r",
                }));

        await world.Refuses(422, "staff.unknown", () => world.Post("/review/claims", new { reviewer = "nobody" }));
        await world.Refuses(422, "staff.unknown", () => world.Post($"/review/cases/{id}/renew", new { reviewer = "heron", claimNumber = number }));
        await world.Refuses(403, "guideline.restricted", () => world.Post(
            $"/review/cases/{id}/decide", new { reviewer = "kestrel", claimNumber = number, guideline = "child-safety", finding = "violates", rationale = "r" }));
        await world.Refuses(422, "guideline.unknown", () => world.Post(
            $"/review/cases/{id}/decide", new { reviewer = "kestrel", claimNumber = number, guideline = "no", finding = "violates", rationale = "r" }));
    }

    [Fact]
    public Task The_last_administrator_stays() => world.Refuses(409, "staff.lastAdmin", () =>
        world.Put("/staff/admin", new { displayName = "Admin", roles = Array.Empty<string>(), active = true }));
}
