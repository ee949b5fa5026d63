using Bunit;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Components;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>A match beside what was checked, settled by one key.</summary>
public sealed class MatchesPageTests : StaffContext
{
    private static readonly FactCheckId Check = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private MatchesToConfirm.Row[] rows = [Row("near-1"), Row("near-2")];
    private Error? refusal;

    [Fact]
    public async Task A_key_settles_the_match_it_was_pressed_on()
    {
        var page = Render<MatchesPage>();
        await Press(page, "1", rows[1]);
        Assert.Equal(rows[1].At.Content, Assert.Single(Asked<ConfirmCopy>()).Content);
        Assert.Contains("Confirmed. The label stays.", page.FindAll("article")[1].TextContent, StringComparison.Ordinal);

        await page.Find("#because").ChangeAsync(new() { Value = "Denies" });
        await Press(page, "2", rows[0]);
        var sent = Assert.Single(Asked<UnmatchCopy>());
        Assert.Equal((rows[0].At.Content, "it quotes the claim to contradict it"), (sent.Content, sent.Reason));

        await Press(page, "1", rows[0]);
        Assert.Single(Asked<ConfirmCopy>());
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_it_and_can_be_tried_again()
    {
        refusal = FactCheckErrors.NotMatched;
        var page = Render<MatchesPage>();
        await page.FindAll("article button")[1].ClickAsync(new());
        Assert.Contains("factCheck.notMatched", page.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("article button").Count);
    }

    [Fact]
    public void What_differs_is_marked()
    {
        var page = Render<MatchesPage>();
        Assert.Contains("85 % alike", page.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("week", page.Find("article ins").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_waits_it_says_so()
    {
        rows = [];
        Assert.Contains("No match waits", Render<MatchesPage>().Markup, StringComparison.Ordinal);
    }

    protected override object Answer(object useCase) => useCase switch
    {
        MatchesToConfirm => Ok(new MatchesToConfirm.Answer(rows, rows.Length, false, null)),
        ConfirmCopy or UnmatchCopy when refusal is { } no => (Result<Done>)no,
        ConfirmCopy or UnmatchCopy => Ok(default(Done)),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };

    private static Task Press(IRenderedComponent<MatchesPage> page, string key, MatchesToConfirm.Row on) =>
        page.InvokeAsync(() => page.FindComponent<StaffKeys>().Instance.OnKey(key, $"{on.At.FactCheck.Value:N}/{on.At.Content.Value}", null));

    private static MatchesToConfirm.Row Row(string copy) => new(
        new(At, Check, new(copy)), "Tidemark", "The ferry stops.", Rating.False, Side("post-1", "It stops next month."), Side(copy, "It stops next week."), 0.858, false);

    private static MatchesToConfirm.Side Side(string id, string text) => new(new(id), id, ContentKind.Post, text, null, At);
}
