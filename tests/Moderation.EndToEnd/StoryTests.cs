using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>The whole way, on real comments: from report to ranker, to the member, and back.</summary>
public sealed partial class StoryTests
{
    [BrowserDataFact]
    public async Task A_comment_is_removed_appealed_and_given_back()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        await api.Import(SharedData.ScamComments);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);

        var comment = await Remove(browser, host, database);
        foreach (var surface in new[] { "comments", "profile" })
            Assert.Equal("drop fraud", await api.Verdict(surface, comment));
        var removedAt = DateTimeOffset.UtcNow;
        // Removed, the strike, and that its author is not recommended for a time.
        Assert.Equal(3, await api.InForce(comment));

        var author = Queue.Text(database, $"SELECT AuthorId FROM Content WHERE Id = '{comment}'");
        var decision = (await api.Get($"/api/v1/accounts/{author}/status")).GetProperty("content")[0].GetProperty("decisionId").GetString()!;
        await using var member = await FollowLink(browser, host, api, author);
        await Appeal(member);

        await RefuseWhoDecided(browser, host, api, decision);
        await Overturn(browser, host);
        foreach (var surface in new[] { "comments", "profile" })
            Assert.Equal("allow", await api.Verdict(surface, comment));
        Assert.Equal(0, await api.InForce(comment));
        // What was told stays told; what we know now says otherwise.
        Assert.Equal(3, await api.InForce(comment, $"?at={Uri.EscapeDataString(removedAt.ToString("O"))}"));
        Assert.Equal(0, await api.InForce(comment, $"?at={Uri.EscapeDataString(removedAt.ToString("O"))}&known={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}"));

        await member.Page.GotoAsync("/account");
        await member.Sees("Nothing limits your account");
        await member.Page.GotoAsync("/account/notices");
        await member.Sees("You were right");
    }

    [DataFact]
    public async Task A_removed_post_is_gone_from_every_surface_and_its_replies_with_it()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        await api.Import(SharedData.ScamComments);
        var reply = Queue.Text(database, "SELECT Id FROM Content WHERE Kind = 'Comment' AND ParentId IS NOT NULL ORDER BY Id LIMIT 1");
        var post = Queue.Text(database, $"SELECT ParentId FROM Content WHERE Id = '{reply}'");

        var decision = await api.Post("/api/v1/decisions", new
        {
            subject = new { kind = "content", id = post },
            guideline = "fraud",
            finding = "violates",
            rationale = "As the reports say.",
            automation = "none",
            decidedBy = "host-42",
        }, HttpStatusCode.Created);
        // Such a breach keeps its author, too, from being put before people who did not ask.
        Assert.Equal(["drop account.not-recommended fraud", "drop account.not-recommended fraud", "drop fraud"], await Told());

        await api.Post($"/api/v1/decisions/{decision.GetProperty("id").GetString()}/overturn", new { reason = "It was a mistake.", by = "host-7" });
        Assert.Equal(["allow", "allow", "allow"], await Told());

        async Task<string[]> Told() => [await api.Verdict("feed", post), await api.Verdict("explore", post), await api.Verdict("comments", reply)];
    }

    // The one who decides here may also review appeals: but not this one.
    private static async Task<string> Remove(IBrowser browser, RunningHost host, Database database)
    {
        await using var moderator = await Person.At(browser, host.Address);
        await moderator.SignIn("moderator2", "Moderator-1234");
        await moderator.Press("Claim next");
        await moderator.Page.WaitForURLAsync("**/review/cases/*");
        await moderator.MayDecide();
        var address = CaseId().Match(moderator.Page.Url).Value;
        var @case = CaseId().Match(moderator.Page.Url).Groups[1].Value.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

        await moderator.Page.Keyboard.PressAsync("Shift+F");
        await moderator.Page.Keyboard.PressAsync("1");
        await moderator.Page.GetByRole(AriaRole.Textbox, new() { Name = "Rationale" }).FillAsync("Promises returns and asks for contact outside.");
        await Assertions.Expect(moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToBeEnabledAsync();
        await moderator.Page.Keyboard.PressAsync("Control+Enter");
        // The next case is drawn, under another address.
        await Assertions.Expect(moderator.Page).Not.ToHaveURLAsync(new Regex(Regex.Escape(address)));
        // It takes effect when the time to undo it is over.
        await Assertions.Expect(moderator.Page.Locator("[data-undo]")).ToHaveCountAsync(1);
        await Assertions.Expect(moderator.Page.Locator("[data-undo]")).ToHaveCountAsync(0, new() { Timeout = 90_000 });

        return Queue.Text(database, $"SELECT SubjectId FROM Cases WHERE hex(Id) = '{@case}'");
    }

    private static async Task<Person> FollowLink(IBrowser browser, RunningHost host, Api api, string author)
    {
        var url = (await api.Post($"/api/v1/accounts/{author}/sign-in-links", new { }, HttpStatusCode.Created)).GetProperty("url").GetString()!;
        var member = await Person.At(browser, host.Address);
        await member.Page.GotoAsync(new Uri(url).PathAndQuery);
        await member.Press("Continue");
        await member.Page.WaitForURLAsync("**/account");

        var stranger = await Person.At(browser, host.Address);
        await stranger.Page.GotoAsync(new Uri(url).PathAndQuery);
        if (await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).CountAsync() > 0)
            await stranger.Press("Continue");
        await stranger.Sees("This link no longer works");
        await stranger.Page.Context.CloseAsync();
        return member;
    }

    private static async Task Appeal(Person member)
    {
        await member.Sees("Nobody sees it, on any page");
        await member.Page.GotoAsync("/account/notices");
        await member.Sees("We removed your comment");
        await member.Page.GotoAsync("/account");
        await member.Page.Locator("article.m-post").GetByRole(AriaRole.Link, new() { Name = "Appeal" }).First.ClickAsync();
        await member.Page.GetByRole(AriaRole.Textbox).First.FillAsync("I only answered a friend; nothing was sold.");
        await member.Press("Send my appeal");
        await member.Sees("You appealed");
    }

    private static async Task RefuseWhoDecided(IBrowser browser, RunningHost host, Api api, string decision)
    {
        await using var moderator = await Person.At(browser, host.Address);
        await moderator.SignIn("moderator2", "Moderator-1234");
        await moderator.Page.GotoAsync("/appeals");
        await moderator.Sees("1 more waits that you may not take");

        var appeal = (await api.Get($"/api/v1/decisions/{decision}")).GetProperty("appeal").GetProperty("id").GetString();
        var refusal = await api.Post(
            $"/api/v1/appeals/{appeal}/rule", new { ruling = "upheld", reason = "I was right.", reviewer = "plover" }, HttpStatusCode.Conflict);
        Assert.Equal("appeal.sameReviewer", refusal.GetProperty("code").GetString());
    }

    private static async Task Overturn(IBrowser browser, RunningHost host)
    {
        await using var reviewer = await Person.At(browser, host.Address);
        await reviewer.SignIn("reviewer", "Reviewer-1234");
        await reviewer.Page.GotoAsync("/appeals");
        await reviewer.Press("Claim next");
        await reviewer.Page.WaitForURLAsync("**/appeals/*");
        await Assertions.Expect(reviewer.Page.GetByText("Promises returns and asks for contact outside.")).ToHaveCountAsync(0);
        await reviewer.Page.GetByRole(AriaRole.Radio, new() { Name = "No breach" }).Or(reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "No breach" })).First.ClickAsync();
        await reviewer.Press("Set my finding");
        await reviewer.Sees("Promises returns and asks for contact outside.");
        await reviewer.Page.GetByRole(AriaRole.Radio, new() { Name = "Overturned" }).Or(reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Overturned" })).First.ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("You answered somebody you know and sold nothing.");
        await reviewer.Press("Rule and next");
        await reviewer.Sees("No appeal waits for you");
    }

    [GeneratedRegex("/review/cases/([0-9a-f-]{36})")]
    private static partial Regex CaseId();
}
