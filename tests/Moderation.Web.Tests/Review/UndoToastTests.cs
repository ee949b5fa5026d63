using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class UndoToastTests : StaffContext
{
    private static readonly CaseId First = new(Guid.CreateVersion7());
    private static readonly CaseId Second = new(Guid.CreateVersion7());

    private readonly List<MyJudgements.Pending> pending = [];
    private readonly List<MyJudgements.Lapse> lapsed = [];
    private Error? notUndone;

    [Fact]
    public void It_says_what_was_done_and_counts_down_until_it_is_over()
    {
        Judge(First, 30);
        var toast = Render<UndoToast>();
        Assert.Contains("@nova: Removed, Strike", toast.Find(".m-toast [role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("30 s", toast.Find(".m-toast").TextContent, StringComparison.Ordinal);

        Clock.Turn(TimeSpan.FromSeconds(1));
        toast.WaitForAssertion(() => Assert.Contains("29 s", toast.Find(".m-toast").TextContent, StringComparison.Ordinal));
        pending.Clear();
        Clock.Turn(TimeSpan.FromSeconds(29));
        toast.WaitForAssertion(() => Assert.Empty(toast.FindAll(".k-undo")));
    }

    [Fact]
    public async Task Undo_brings_back_the_case_that_was_shown_when_it_was_pressed()
    {
        Judge(First, 20);
        Judge(Second, 30);
        var toast = Render<UndoToast>();
        var undone = new List<CaseId>();
        Services.GetRequiredService<Judging>().Undone += x =>
        {
            undone.Add(x);
            return Task.CompletedTask;
        };
        Assert.Equal(Second.Value.ToString(), toast.Find("[data-undo]").GetAttribute("data-undo"));
        await Services.GetRequiredService<Judging>().Ask(First);

        Assert.Equal([First], Asked<UndoJudgement>().Select(x => x.Case));
        Assert.Equal([First], undone);
        Assert.EndsWith(CasePage.Address(First), Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_no_longer_be_undone_is_not()
    {
        Judge(First, 30);
        var toast = Render<UndoToast>();
        await Services.GetRequiredService<Judging>().Ask(Second);
        Assert.Empty(Asked<UndoJudgement>());

        notUndone = JudgementErrors.NothingToUndo;
        await toast.Find(".m-toast button").ClickAsync(new());
        Assert.Contains("time to undo this is over", toast.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(First.Value.ToString(), Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_the_latest_and_a_list()
    {
        Judge(First, 20);
        Judge(Second, 30);
        var toast = Render<UndoToast>();
        Assert.Contains("1 more", toast.Find(".k-more").TextContent, StringComparison.Ordinal);

        await toast.Find(".k-more button").ClickAsync(new());
        await toast.Find(".k-more li button").ClickAsync(new());
        Assert.Equal(First, Asked<UndoJudgement>().Single().Case);
    }

    [Fact]
    public async Task What_did_not_take_effect_says_why_until_it_was_seen()
    {
        lapsed.Add(new(new(Guid.NewGuid()), First, EnforcementErrors.RevisionChanged.Code, "x", Waits: true, Clock.GetUtcNow(), Clock.GetUtcNow()));
        var toast = Render<UndoToast>();
        Assert.Contains("did not take effect", toast.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("edited meanwhile", toast.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith(CasePage.Address(First), toast.Find("[role=alert] a").GetAttribute("href"), StringComparison.Ordinal);

        await toast.Find("[role=alert] button").ClickAsync(new());
        Assert.Empty(toast.FindAll(".k-undo"));
    }

    protected override object Answer(object useCase)
    {
        switch (useCase)
        {
            case UndoJudgement when notUndone is not null:
                return (Result<UndoJudgement.Answer>)notUndone;
            case UndoJudgement(var @case):
                pending.RemoveAll(x => x.Case == @case);
                return Ok(new UndoJudgement.Answer(@case, 3, Clock.GetUtcNow().AddMinutes(10)));
            case DismissLapse:
                lapsed.Clear();
                return Ok(default(Done));
            default:
                return Ok(new MyJudgements.Answer([.. pending], [.. lapsed], Clock.GetUtcNow()));
        }
    }

    // The latest first, as the product answers.
    private void Judge(CaseId @case, int seconds) => pending.Insert(0, new(
        @case, ContentKind.Reel, "nova", "fraud", Finding.Violates, [OutcomeKind.Removed, OutcomeKind.Strike], Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(seconds)));
}
