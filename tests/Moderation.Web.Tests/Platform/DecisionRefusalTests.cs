using Moderation.Appeals;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

public sealed class DecisionRefusalTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly string[] Nothing = ["covered"];

    [Fact]
    public async Task A_decision_must_fit_what_is_there()
    {
        var (content, author) = await world.Content();
        (await world.Put($"/content/{content}", world.Item(author, "Changed."))).Expect(200);

        await world.Refuses(409, "decision.revisionChanged", () => world.Decide(content, new { revision = 1 }));
        await world.Refuses(422, "guideline.unknown", () => world.Decide(content, new { guideline = "no-such" }));
        await world.Refuses(422, "decision.findingMismatch", () => world.Decide(content, new { guideline = "rec-clickbait" }));
        await world.Refuses(422, "decision.decidedByMissing", () => world.Decide(content, new { decidedBy = (string?)null }));
        await world.Refuses(400, "request.invalid", () => world.Decide(content, new { ground = "law" }));
    }

    [Theory]
    [InlineData("""{"kind":"quarantined"}""")]
    [InlineData("""{"kind":"strike","on":"content"}""")]
    [InlineData("""{"kind":"removed","on":"author"}""")]
    [InlineData("""{"kind":"demoted","weight":1}""")]
    [InlineData("""{"kind":"removed","weight":0.5}""")]
    [InlineData("""{"kind":"demoted","surfaces":[]}""")]
    [InlineData("""{"kind":"featureBlocked"}""")]
    [InlineData("""{"kind":"covered","until":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"strike","from":"9999-12-30T00:00:00Z"}""")]
    [InlineData("""{"kind":"covered","territories":["NLD"]}""")]
    [InlineData("""{"kind":"ageLimited","minAge":0}""")]
    public async Task An_outcome_must_make_sense(string outcome)
    {
        var (content, _) = await world.Content();

        await world.Refuses(422, "outcome.invalid", () => world.Decide(
            content, new { outcomes = new[] { System.Text.Json.Nodes.JsonNode.Parse(outcome) } }));
    }

    [Fact]
    public async Task What_was_taken_back_stays_so_and_machines_may_not_say_it_again()
    {
        var (decision, content, _) = await world.Decided();
        object back = new { reason = "r", by = "b" };
        (await world.Post($"/decisions/{decision}/overturn", back)).Expect(200);

        await world.Refuses(409, "decision.alreadyOverturned", () => world.Post($"/decisions/{decision}/overturn", back));
        await world.Refuses(409, "decision.cleared", () => world.Decide(content, new { automation = "full", decidedBy = (string?)null }));
        (await world.Decide(content)).Expect(201);
    }

    [Fact]
    public async Task What_followed_from_a_decision_taken_back_no_longer_counts()
    {
        var author = await world.Account();
        var (made, derived) = (new List<string>(), (string?)null);
        while (derived is null && made.Count < 20)
        {
            var (content, _) = await world.Content(author: author);
            made.Add((await world.Decide(content)).Expect(201).Text("id"));
            derived = (await world.Get($"/accounts/{author}/status"))["accountOutcomes"].EnumerateArray()
                .Select(x => x.GetProperty("decisionId").GetString()).FirstOrDefault(x => !made.Contains(x!));
        }

        foreach (var decision in made)
            (await world.Post($"/decisions/{decision}/overturn", new { reason = "r", by = "b" })).Expect(200);

        await world.Refuses(409, "decision.superseded", () => world.Post($"/decisions/{derived}/overturn", new { reason = "r", by = "b" }));
        await world.Refuses(409, "appeal.nothingToAppeal", () => world.Post("/appeals", new { decisionId = derived, appellantId = author, statement = "s" }));
    }

    [Fact]
    public async Task An_appeal_is_filed_once_by_whom_it_is_about_in_time()
    {
        var (id, decision, author) = await world.Appealed();
        object Appeal(string by) => new { decisionId = decision, appellantId = by, statement = "s" };

        await world.Refuses(409, "appeal.alreadyFiled", () => world.Post("/appeals", Appeal(author)));
        await world.Refuses(403, "appeal.notYours", () => world.Post("/appeals", Appeal("somebody-else")));
        await world.Refuses(403, "appeal.notYours", () => world.Post($"/appeals/{id}/withdraw", new { appellantId = "somebody-else" }));
        await world.Refuses(400, "request.invalid", () => world.Post("/appeals", new { appellantId = author, statement = "s" }));
        await world.Refuses(400, "request.invalid", () => world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = new string('s', 2001) }));
    }

    [Fact]
    public async Task An_appeal_comes_too_late_after_its_window()
    {
        await using var later = new ApiWorld();
        var (decision, _, author) = await later.Decided();
        later.Host.Clock.Pass(TimeSpan.FromDays(400));

        await later.Refuses(410, "appeal.windowClosed", () => later.Post("/appeals", new { decisionId = decision, appellantId = author, statement = "s" }));
    }

    [Fact]
    public async Task A_ruling_is_for_who_did_not_decide_and_is_not_concerned()
    {
        var (id, _, author) = await world.Appealed();
        object Rule(string by, string ruling = "upheld", string[]? outcomes = null) => new { ruling, reason = "r", reviewer = by, outcomes };
        (await world.Put("/staff/kestrel", new { displayName = "K", roles = Roles, active = true })).Expect(200);
        var own = ApiWorld.Fresh("staff");
        (await world.Put($"/staff/{own}", new { displayName = "Own", roles = Roles, active = true, account = author })).Expect(201);

        await world.Refuses(409, "appeal.sameReviewer", () => world.Post($"/appeals/{id}/rule", Rule("kestrel")));
        await world.Refuses(403, "appeal.own", () => world.Post($"/appeals/{id}/rule", Rule(own)));
        await world.Refuses(422, "staff.unknown", () => world.Post($"/appeals/{id}/rule", Rule("nobody")));
        await world.Refuses(422, "appeal.nothingLifted", () => world.Post($"/appeals/{id}/rule", Rule("heron", "partlyOverturned", Nothing)));

        await world.Run(new Actor.Staff(new("plover")), new ClaimAppeal(new("plover"), new(Guid.Parse(id))));
        await world.Refuses(409, "claim.held", () => world.Post($"/appeals/{id}/rule", Rule("heron")));
    }

    [Fact]
    public async Task An_appeal_that_is_closed_stays_closed()
    {
        var (withdrawn, _, _) = await world.Appealed();
        (await world.Post($"/appeals/{withdrawn}/withdraw")).Expect(200);
        var (ruled, _, _) = await world.Appealed();
        (await world.Post($"/appeals/{ruled}/rule", Ruling)).Expect(200);
        var (moot, decision, _) = await world.Appealed();
        (await world.Post($"/decisions/{decision}/overturn", new { reason = "r", by = "b" })).Expect(200);

        foreach (var (id, state) in new[] { (withdrawn, "withdrawn"), (ruled, "ruled"), (moot, "moot") })
        {
            await world.Refuses(409, $"appeal.{state}", () => world.Post($"/appeals/{id}/withdraw"));
            await world.Refuses(409, $"appeal.{state}", () => world.Post($"/appeals/{id}/rule", Ruling));
        }
    }

    private static object Ruling => new { ruling = "upheld", reason = "r", reviewer = "heron" };

    private static readonly string[] Roles = ["moderator", "appealReviewer"];
}
