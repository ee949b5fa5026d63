namespace Moderation.Web.Tests.Platform;

public sealed class IntakeTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task An_account_is_told_and_told_again()
    {
        var id = ApiWorld.Fresh("acc");
        object body = new
        {
            handle = "nova",
            displayName = "Nova",
            followerCount = 12,
            country = "nl",
            language = "nl",
            age = 30,
            isMinor = false,
            type = "person",
            isPrivate = false,
            createdAt = "2024-01-01T00:00:00+01:00",
            observedAt = "2026-01-01T00:00:00Z",
        };

        var first = await world.Put($"/accounts/{id}", body);
        var second = await world.Put($"/accounts/{id}", body);

        Assert.Equal(id, first.Expect(201).Text("id"));
        Assert.Equal(id, second.Expect(200).Text("id"));
        var older = await world.Put($"/accounts/{id}", new { handle = "old", observedAt = "2025-01-01T00:00:00Z" });
        older.Expect(200);
        Assert.Equal("nova", (await world.Get($"/accounts/{id}/status"))["account"].GetProperty("handle").GetString());
    }

    [Fact]
    public async Task Content_gets_a_revision_when_it_says_something_else()
    {
        var (id, author) = (ApiWorld.Fresh("post"), await world.Account());
        object Body(string text, string url) => new
        {
            authorId = author,
            kind = "reel",
            createdAt = "2026-01-01T00:00:00Z",
            text,
            audience = "closeFriends",
            media = new[] { new { id = "m1", kind = "video", url, width = 1080, height = 1920, durationMs = 15000, hasAudio = true, hasWatermark = true, hasBorders = false, textShare = 0.1, pdqHash = new string('a', 64) } },
        };

        var first = (await world.Put($"/content/{id}", Body("one", "https://a"))).Expect(201);
        var moved = (await world.Put($"/content/{id}", Body("one", "https://b"))).Expect(200);
        var changed = (await world.Put($"/content/{id}", Body("two", "https://b"))).Expect(200);

        Assert.Equal((id, 1, "yes"), (first.Text("id"), first["revision"].GetInt32(), first.Text("publish")));
        Assert.Equal(1, moved["revision"].GetInt32());
        Assert.Equal(2, changed["revision"].GetInt32());
    }

    [Fact]
    public async Task What_was_removed_may_not_be_published()
    {
        var (_, content, author) = await world.Decided();

        Assert.Equal("no", (await world.Put($"/content/{content}", world.Item(author, "Something else"))).Text("publish"));
    }

    [Fact]
    public async Task Content_and_account_go()
    {
        var (content, author) = await world.Content();
        object gone = new { at = "2026-02-01T00:00:00Z", by = "author", erase = true };

        var deleted = (await world.Send("DELETE", $"/content/{content}", gone)).Expect(200);

        Assert.Equal((content, "2026-02-01T00:00:00Z"), (deleted.Text("id"), deleted.Text("deletedAt")));
        Assert.Equal(author, (await world.Send("DELETE", $"/accounts/{author}", gone)).Expect(200).Text("id"));
    }

    [Fact]
    public async Task A_report_opens_a_case_and_the_same_one_twice_is_one()
    {
        var (content, _) = await world.Content();
        object body = new { externalId = ApiWorld.Fresh("x"), subject = ApiWorld.Subject(content), reporterId = "r", guideline = "fraud", details = "!", source = "member" };

        var first = (await world.Post("/reports", body)).Expect(202);
        var again = (await world.Post("/reports", body)).Expect(202);

        Assert.Equal(first.Text("id"), first.Text("reportId"));
        Assert.True(first["caseId"].TryGetGuid(out _));
        Assert.Equal(first.Json.ToString(), again.Json.ToString());
    }

    [Fact]
    public async Task A_report_and_a_signal_on_something_unknown_wait_without_a_case()
    {
        var subject = ApiWorld.Subject(ApiWorld.Fresh("unknown"));
        var report = await world.Post("/reports", new { subject, source = "member" });
        var signal = await world.Post("/signals", new { subject, detector = "d", version = "1", label = "scam", score = 0.9, guideline = "fraud" });

        Assert.Equal("null", report.Expect(202)["caseId"].GetRawText());
        Assert.Equal("null", signal.Expect(202)["caseId"].GetRawText());
    }

    [Fact]
    public async Task A_legal_notice_and_a_trusted_flagger_are_heard()
    {
        var (content, _) = await world.Content();
        var flagger = ApiWorld.Fresh("flagger");
        (await world.Put($"/trusted-flaggers/{flagger}", new { name = "Watch", active = true })).Expect(201);

        (await world.Post("/reports", new { subject = ApiWorld.Subject(content), reporterId = flagger, source = "trustedFlagger" })).Expect(202);
        (await world.Post("/reports", new
        {
            subject = ApiWorld.Subject(content),
            source = "legalNotice",
            guideline = "child-safety",
            legalNotice = new { explanation = "illegal", url = "https://example.org/1", goodFaith = true },
        })).Expect(202);
    }

    [Fact]
    public async Task An_import_counts_what_it_took_and_names_what_it_did_not()
    {
        var id = ApiWorld.Fresh("acc");
        var account = $$$"""{"account":{"id":"{{{id}}}","handle":"h"}}""";
        var reply = await world.Send("POST", "/import", $$$"""
            {{{account}}}
            {{{account}}}
            not json
            {"poem":{"from":"a","to":"b"}}
            {"content":{"id":"{{{ApiWorld.Fresh("post")}}}","authorId":"nobody-yet","kind":"post","createdAt":"2026-01-01T00:00:00Z"}}
            """, type: "application/x-ndjson");

        Assert.Equal((2, 1), (reply.Expect(200)["accepted"].GetInt32(), reply["duplicates"].GetInt32()));
        Assert.Equal(
            [(3, "import.unreadable"), (4, "import.unknownKind")],
            reply["rejected"].EnumerateArray().Select(x => (x.GetProperty("line").GetInt32(), x.GetProperty("code").GetString()!)));
    }
}
