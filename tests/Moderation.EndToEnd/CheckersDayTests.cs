using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>A fact-checker's day: what nobody checked is rated, the label goes with its copies, and comes off where it does not belong.</summary>
public sealed class CheckersDayTests
{
    private const string Claim = "The harbour ferry will stop sailing next month because its engine was sold to a museum, and nobody was told.";
    private const string Near = "No: the harbour ferry will stop sailing next month because its engine was sold to a museum, and nobody was told? Not so.";

    private static readonly (string Id, string Text, int Followers)[] Posts =
        [("one", Claim, 9_000), ("copy", Claim.ToUpperInvariant(), 40), ("near", Near, 30), ("other", "Best soup in town, says me.", 20)];

    private static readonly string[] Reported = ["one", "other"];

    [BrowserFact]
    public async Task ACheckersDay()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        await Fill(client);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var checker = await Person.At(browser, host.Address);
        await checker.SignIn("checker", "Checker-1234567");

        await Rate(checker);
        foreach (var post in new[] { "one", "copy", "near" })
            Assert.Equal("drop fact-check.false", await api.Verdict("explore", post));

        await Unmatch(checker);
        Assert.Equal("allow", await api.Verdict("explore", "near"));
        Assert.Equal("drop fact-check.false", await api.Verdict("explore", "copy"));

        await api.Post("/api/v1/disputes", new { decisionId = await Label(api, "one"), disputantId = "by-one", statement = "The museum says so itself." }, HttpStatusCode.Created);
        await Answer(checker);
        foreach (var post in new[] { "one", "copy", "near" })
            Assert.Equal("allow", await api.Verdict("explore", post));
        await checker.Page.GotoAsync("/fact-checks/mine");
        await Assertions.Expect(checker.Page.Locator("tbody tr")).ToContainTextAsync("True");
    }

    private static async Task Rate(Person checker)
    {
        var page = checker.Page;
        await page.GotoAsync("/fact-checks");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.Locator("a[data-row]").First.ClickAsync();
        await checker.Sees("reporter-0 says so.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "False", Exact = false }).First.ClickAsync();
        await page.GetByLabel("What is claimed").FillAsync(Claim);
        await page.GetByLabel("Page of your check").FillAsync("https://checks.example/ferry");
        await page.GetByLabel("Evidence").FillAsync("https://harbour.example/council/minutes");
        await page.GetByLabel("Why").FillAsync("The timetable runs until December of next year.");
        await checker.Sees(", and 2 copies found.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the check" }).ClickAsync();
        await Assertions.Expect(page.Locator(".f-copies .m-tag.live")).ToHaveCountAsync(3);
    }

    private static async Task Unmatch(Person checker)
    {
        var page = checker.Page;
        await page.Locator(".f-copies li", new() { HasText = "@near" }).GetByRole(AriaRole.Button, new() { Name = "No copy" }).ClickAsync();
        await page.GetByLabel("Why is it no copy?").FillAsync("It quotes the claim to contradict it.");
        await checker.Press("Take the label off");
        await Assertions.Expect(page.Locator(".f-copies .m-tag.live")).ToHaveCountAsync(2);
    }

    private static async Task Answer(Person checker)
    {
        var page = checker.Page;
        await page.GotoAsync("/fact-checks/disputes");
        await page.Locator("a[data-row]").First.ClickAsync();
        await checker.Sees("The museum says so itself.");
        await checker.Press("Another rating");
        await page.GetByRole(AriaRole.Button, new() { Name = "True", Exact = true }).ClickAsync();
        await page.Locator("#reason").FillAsync("You are right: we had not asked the museum.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await checker.Sees("Answered by");
    }

    private static async Task<string> Label(Api api, string post) =>
        (await api.Get($"/api/v1/accounts/by-{post}/status")).GetProperty("content")[0].GetProperty("decisionId").GetString()!;

    private static async Task Fill(HttpClient client)
    {
        var lines = Posts.SelectMany(x => new[]
        {
            $$$"""{"account": {"id": "by-{{{x.Id}}}", "handle": "{{{x.Id}}}", "followerCount": {{{x.Followers}}}}}""",
            $$$"""{"content": {"id": "{{{x.Id}}}", "authorId": "by-{{{x.Id}}}", "kind": "post", "createdAt": "2026-11-01T00:00:00Z", "text": "{{{x.Text}}}"}}""",
        }).Concat(from post in Reported
                  from reporter in Enumerable.Range(0, 3)
                  select $$$"""{"report": {"subject": {"kind": "content", "id": "{{{post}}}"}, "reporterId": "reporter-{{{reporter}}}", "guideline": "misinformation-harm", "details": "reporter-{{{reporter}}} says so."}}""");
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("rejected\":[{", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
