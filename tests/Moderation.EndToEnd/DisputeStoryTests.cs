using System.Net;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>A rating, from the member who holds that it is wrong to the checker who gave it, and back.</summary>
public sealed class DisputeStoryTests
{
    private const string Post = "post-bridge";

    [BrowserFact]
    public async Task A_rating_is_disputed_and_corrected_and_its_label_is_gone()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        await Rate(api);
        Assert.Equal("drop fact-check.false", await api.Verdict("feed", Post));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var member = await SignIn(browser, host, api);
        await Dispute(member);

        await Answer(browser, host, async checker =>
        {
            await checker.Press("Another rating");
            await checker.Sees("All that came from the old rating is lifted");
            await checker.Press("True");
        }, "The council's minutes show that it was open.");
        Assert.Equal("allow", await api.Verdict("feed", Post));

        await member.Page.ReloadAsync();
        await member.Sees("Harbour Checks changed the rating.");
        await member.Sees("The council's minutes show that it was open.");
        await member.Sees("We took this decision back.");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "Dispute the rating" })).ToHaveCountAsync(0);
        await member.Page.GotoAsync("/account/notices");
        // One notice tells of both: what was taken back, and what the checker says.
        await member.Sees("We took a decision back");
        await member.Page.GotoAsync("/account");
        await Assertions.Expect(member.Page.GetByText("People see a label on it")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_rating_that_the_checker_keeps_may_be_appealed_only_then()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        await Rate(api);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var member = await SignIn(browser, host, api);
        await Dispute(member);
        await member.Sees("If they refuse or are late, you can appeal to us until");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "Send my appeal" })).ToHaveCountAsync(0);

        await Answer(browser, host, checker => checker.Press("The rating stands"), "The minutes are of another bridge.");
        Assert.Equal("drop fact-check.false", await api.Verdict("feed", Post));

        await member.Page.ReloadAsync();
        await member.Sees("Harbour Checks looked again and stays with the rating.");
        await member.Sees("The minutes are of another bridge.");
        await member.Page.GetByRole(AriaRole.Textbox).First.FillAsync("I quote it to contradict it.");
        await member.Press("Send my appeal");
        await member.Sees("You appealed");

        await using var reviewer = await Person.At(browser, host.Address);
        await reviewer.SignIn("reviewer", "Reviewer-1234");
        await reviewer.Page.GotoAsync("/appeals");
        await reviewer.Press("Claim next");
        await reviewer.Page.WaitForURLAsync("**/appeals/*");
        await reviewer.Sees("I quote it to contradict it.");
    }

    /// <summary>A post of an account that is known already, rated false.</summary>
    internal static async Task Rate(Api api, string post, string author, string claim)
    {
        await api.Put($"/api/v1/content/{post}", new { authorId = author, kind = "post", text = claim, createdAt = DateTimeOffset.UtcNow.AddHours(-1) });
        await api.Post("/api/v1/fact-checks", new
        {
            claimReview = new Dictionary<string, object>
            {
                ["@type"] = "ClaimReview",
                ["url"] = $"https://checks.example/{post}",
                ["claimReviewed"] = claim,
                ["author"] = "Harbour Checks",
                ["reviewRating"] = new { alternateName = "False" },
            },
            contentIds = new[] { post },
        }, HttpStatusCode.Created);
    }

    private static async Task Rate(Api api)
    {
        await api.Put("/api/v1/accounts/acc-ann", new { handle = "ann", displayName = "Ann", followerCount = 100 });
        await Rate(api, Post, "acc-ann", "The harbour bridge was closed for three years.");
    }

    private static async Task<Person> SignIn(IBrowser browser, RunningHost host, Api api)
    {
        var url = (await api.Post("/api/v1/accounts/acc-ann/sign-in-links", new { }, HttpStatusCode.Created)).GetProperty("url").GetString()!;
        var member = await Person.At(browser, host.Address);
        await member.Page.GotoAsync(new Uri(url).PathAndQuery);
        await member.Press("Continue");
        await member.Page.WaitForURLAsync("**/account");
        return member;
    }

    // From where they first see it: their account's status.
    private static async Task Dispute(Person member)
    {
        await member.Page.Locator("article.m-post").GetByRole(AriaRole.Link, new() { Name = "Why, in full" }).First.ClickAsync();
        await member.Page.WaitForURLAsync("**/account/decisions/*");
        await member.Press("Dispute the rating");
        await member.Press("Send to the fact-checkers");
        await member.Sees("Say what is wrong with the rating.");
        await member.Page.GetByLabel("What is wrong with the rating?").FillAsync("The minutes say otherwise.");
        await member.Page.GetByPlaceholder("https://").FillAsync("https://archive.example/minutes");
        await member.Press("Send to the fact-checkers");
        await member.Sees("Harbour Checks has what you wrote and is to answer by");
        await member.Sees("With the fact-checkers");
    }

    private static async Task Answer(IBrowser browser, RunningHost host, Func<Person, Task> choose, string reason)
    {
        await using var checker = await Person.At(browser, host.Address);
        await checker.SignIn("checker", "Checker-1234567");
        await checker.Page.GotoAsync("/fact-checks/disputes");
        await checker.Sees("1 waits");
        await checker.Page.GetByRole(AriaRole.Link, new() { Name = "Next dispute" }).ClickAsync();
        await checker.Page.WaitForURLAsync("**/fact-checks/disputes/*");
        await checker.Sees("The minutes say otherwise.");
        await Assertions.Expect(checker.Page.GetByRole(AriaRole.Link, new() { Name = "https://archive.example/minutes" })).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");
        await choose(checker);
        await checker.Page.GetByRole(AriaRole.Textbox, new() { Name = "Why" }).FillAsync(reason);
        await checker.Page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = false }).Last.ClickAsync();
        await checker.Sees("Answered");
    }
}
