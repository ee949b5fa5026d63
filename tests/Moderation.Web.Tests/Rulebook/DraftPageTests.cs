using Bunit;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Rulebook;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.Rulebook;

public sealed class DraftPageTests : StaffContext
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.NewGuid();

    private DraftState state = DraftState.Draft;
    private IReadOnlyList<Mistake> mistakes = [];
    private DraftFile.Proposed? proposal;
    private Error? notSaved;

    [Fact]
    public void Every_mistake_stands_there_with_the_line_that_leads_to_it()
    {
        mistakes = [new("rulebook.unknownSeverity", "The severity 'grave' is not known.", 12), new("rulebook.unreadable", "The rulebook cannot be read.", null)];
        var page = Open();

        Assert.Equal(["Line 12 The severity 'grave' is not known.", "The rulebook cannot be read."], page.FindAll(".rb-mistakes li").Select(x => x.TextContent.Trim()));
        Assert.True(page.FindAll("button").Single(x => x.TextContent is "Propose").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_what_was_written_is_kept()
    {
        var page = Open();
        await page.InvokeAsync(() => page.FindComponent<RulebookEditor>().Instance.OnWritten.InvokeAsync());
        notSaved = DraftErrors.ChangedMeanwhile;
        page.FindAll("button").Single(x => x.TextContent is "Save").Click();

        Assert.Contains("draft.changedMeanwhile", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Your text is kept here.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("not saved yet", page.Find(".rb-file [role=status]").TextContent, StringComparison.Ordinal);

        page.FindAll("button").Single(x => x.TextContent is "Save mine as a draft of its own").Click();
        Assert.Equal("{ \"name\": 1 }", Assert.Single(Asked<ImportDraft>()).Json);
    }

    [Fact]
    public void Who_must_agree_is_named()
    {
        (state, proposal) = (DraftState.Proposed, new("Stilt", At, null, "Because.", ["Dunlin"], DraftErrors.SamePerson));
        var page = Open();

        Assert.Contains("One of these must agree: Dunlin.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), x => x.TextContent is "Agree" or "Save");
        Assert.Contains(page.FindAll("button"), x => x.TextContent is "Take the proposal back");
        Assert.True(page.Find("#rulebook-text").HasAttribute("readonly"));
    }

    [Fact]
    public void The_second_person_agrees()
    {
        (state, proposal) = (DraftState.Proposed, new("Stilt", At, null, "Because.", ["Dunlin"], null));
        Open().FindAll("button").Single(x => x.TextContent is "Agree").Click();

        Assert.Equal(Id, Assert.Single(Asked<AgreeToRulebook>()).Draft.Value);
    }

    [Fact]
    public void Discarding_asks_once_more()
    {
        var page = Open();
        page.FindAll("button").Single(x => x.TextContent is "Discard").Click();
        Assert.Empty(Asked<DiscardDraft>());

        page.FindAll("button").Single(x => x.TextContent is "Discard it for good").Click();
        Assert.Single(Asked<DiscardDraft>());
        Assert.Equal("http://localhost/drafts", Here);
    }

    private IRenderedComponent<DraftPage> Open() => Render<DraftPage>(x => x.Add(p => p.Id, Id));

    protected override object Answer(object useCase) => useCase switch
    {
        DraftFile => Ok(new DraftFile.Answer(
            new(Id), "Spring", "{ \"name\": 1 }", 3, state, 1, 1, "Stilt", At, "Stilt", At, mistakes, proposal, null, null)),
        CheckRulebook => Ok(new CheckRulebook.Answer(mistakes)),
        RulebookDifference => Ok(new RulebookDifference.Answer([])),
        EditDraft => notSaved is { } refused ? Result<EditDraft.Answer>.Refuse(refused) : Ok(new EditDraft.Answer(4)),
        ImportDraft => Ok(new DraftId(Guid.NewGuid())),
        AgreeToRulebook => Ok(new AgreeToRulebook.Answer(2, At)),
        DiscardDraft => Ok(new Done()),
        _ => throw new InvalidOperationException(useCase.GetType().Name),
    };
}
