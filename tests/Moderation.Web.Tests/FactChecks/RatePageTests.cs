using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>A rating is given by keys, says first what it will do, and rests on pages that can be looked up.</summary>
public sealed class RatePageTests : StaffContext
{
    private static readonly FactCheckId Made = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private bool isOwn;
    private Error? refusal;

    [Fact]
    public async Task A_rating_needs_a_claim_and_a_page_and_then_is_given()
    {
        var page = Open();
        await Press(page, "1");
        Assert.Contains("7,070 people follow", page.Markup, StringComparison.Ordinal);
        await Press(page, "Ctrl+Enter");
        Assert.Contains("Say in a sentence", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await page.Find("#claim").InputAsync("The valley is dry. ");
        await page.Find("#page").ChangeAsync(new() { Value = "http://tidemark.example/1" });
        await Press(page, "Ctrl+Enter");
        Assert.Empty(Asked<CheckClaim>());

        await page.Find("#page").ChangeAsync(new() { Value = "https://tidemark.example/1" });
        await page.Find("#sources").ChangeAsync(new() { Value = "https://archive.example/a\nhttps://archive.example/b" });
        Assert.Equal(["tidemark.example", "archive.example", "archive.example"], page.FindAll(".f-desk .f-link bdi.m-strong").Select(x => x.TextContent));
        await Press(page, "Ctrl+Enter");
        var sent = Assert.Single(Asked<CheckClaim>());
        Assert.Equal((new ContentId("post-1"), "The valley is dry.", Rating.False, "https://tidemark.example/1"), (sent.Content, sent.Claim, sent.Rating, sent.Url));
        Assert.Equal(["https://archive.example/a", "https://archive.example/b"], sent.Sources!);
        Assert.EndsWith($"/fact-checks?done=rated&check={Made.Value}", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_written()
    {
        refusal = ClaimErrors.RatedOtherwise;
        var page = Open();
        await Press(page, "1");
        await page.Find("#claim").InputAsync("The valley is dry.");
        await page.Find("#page").ChangeAsync(new() { Value = "https://tidemark.example/1" });
        await Press(page, "Ctrl+Enter");
        Assert.Contains("claim.ratedOtherwise", page.Markup, StringComparison.Ordinal);
        Assert.Equal("The valley is dry.", page.Find("#claim").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_no_claim_is_set_aside_with_a_reason()
    {
        var page = Open();
        await Press(page, "Y");
        await page.Find("#aside").InputAsync("An opinion.");
        await page.Find(".f-desk form").SubmitAsync();
        Assert.Equal("An opinion.", Assert.Single(Asked<SetClaimAside>()).Reason);
        Assert.EndsWith("/fact-checks?done=aside", Here, StringComparison.Ordinal);
    }

    [Fact]
    public void Ones_own_cannot_be_rated()
    {
        isOwn = true;
        var page = Open();
        Assert.Empty(page.FindAll("[role=radio]"));
        Assert.Contains("claim.own", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_waits_is_rated_without_writing_it_anew()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/fact-checks/rate?check={Made.Value}");
        var page = Render<RatePage>();
        Assert.Empty(page.FindAll("#claim"));
        await Press(page, "6", Made.Value.ToString());
        await Press(page, "Ctrl+Enter", Made.Value.ToString());
        Assert.Equal(new RateClaim(Made, Rating.True), Assert.Single(Asked<RateClaim>()));
    }

    [Fact]
    public async Task A_key_of_another_post_does_nothing()
    {
        var page = Open();
        await Press(page, "1", "post-2");
        Assert.Empty(page.FindAll("[role=radio][aria-checked=true]"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        ItemToCheck => Ok(new ItemToCheck.Answer(
            new("post-1"), ContentKind.Post, "wowfacts", null, 7_000, At, 1, "This valley was green.", "en", [], "", [], 0.9, 3, ["Not so."], [], [], Waits: true, isOwn)),
        ClaimFile => Ok(new ClaimFile.Answer(
            Made, FactCheckState.Waiting, null, ReadingDoubt.WordAgainstNumber, "The lighthouse moved.", "Tidemark", "https://tidemark.example/2", "en", "True", 1, 5, 1, null, null, null, null, [], [],
            At, null, null, 1, 0, 0, null, [], IsYours: true)),
        ClaimCopies => Ok(new ClaimCopies.Answer([], null)),
        PreviewRating => Ok(new PreviewRating.Answer(Verdicts, Verdicts, [], 1, 1, false, 7_070, "Tidemark", true)),
        CheckClaim when refusal is { } no => (Result<FileFactCheck.Answer>)no,
        CheckClaim x => Ok(new FileFactCheck.Answer(Made, FactCheckState.InForce, x.Rating, [x.Content], [], null)),
        RateClaim or SetClaimAside => Ok(default(Done)),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };

    private static Dictionary<Surface, Verdict> Verdicts { get; } = Enum.GetValues<Surface>().ToDictionary(x => x, _ => Verdict.Allow);

    private static Task Press(IRenderedComponent<RatePage> page, string key, string on = "post-1") =>
        page.InvokeAsync(() => page.FindComponent<StaffKeys>().Instance.OnKey(key, on, null));

    private IRenderedComponent<RatePage> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/fact-checks/rate?item=post-1");
        return Render<RatePage>();
    }
}
