using Bunit;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Appeals;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.Appeals;

public sealed class AppealPageTests : StaffContext
{
    private const long Claim = 3;
    private const string FirstWords = "Wallet known from two earlier notices.";
    private static readonly Guid Id = Guid.CreateVersion7();

    private Finding? found;
    private Error? mayNot;

    [Fact]
    public async Task The_first_reasoning_is_hidden_until_the_finding_is_set()
    {
        var page = Open();
        Assert.DoesNotContain(FirstWords, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("We removed it", page.Markup, StringComparison.Ordinal);

        await Press(page, "3", Id, Claim);
        await Press(page, "Ctrl+Enter", Id, Claim);

        Assert.Equal(Finding.DoesNotViolate, Assert.Single(Asked<FindOnAppeal>()).Finding);
        Assert.Contains(FirstWords, page.Markup, StringComparison.Ordinal);
        Assert.Contains("You differ", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ruling_tells_the_member_why()
    {
        found = Finding.DoesNotViolate;
        var page = Open();
        await Press(page, "2", Id, Claim);
        await Press(page, "Ctrl+Enter", Id, Claim);
        Assert.Empty(Asked<RuleOnAppeal>());

        await page.Find("#reason").InputAsync("It is a plain tea.");
        await Press(page, "Ctrl+Enter", Id, Claim);

        var sent = Assert.Single(Asked<RuleOnAppeal>());
        Assert.Equal((Ruling.Overturned, "It is a plain tea.", Claim), (sent.Ruling, sent.Reason, sent.ClaimNumber));
    }

    [Fact]
    public async Task Partly_asks_which_part()
    {
        found = Finding.Violates;
        var page = Open();
        await Press(page, "3", Id, Claim);
        await page.Find("#reason").InputAsync("Once is no pattern.");
        await Press(page, "Ctrl+Enter", Id, Claim);
        Assert.Empty(Asked<RuleOnAppeal>());

        await page.FindAll(".c-ruling .m-tog").Single(x => x.TextContent is "Strike").ClickAsync(new());
        await Press(page, "Ctrl+Enter", Id, Claim);

        Assert.Equal([OutcomeKind.Strike], Assert.Single(Asked<RuleOnAppeal>()).Lifted);
    }

    [Fact]
    public void Who_decided_is_told_that_someone_else_must_look()
    {
        mayNot = AppealErrors.SameReviewer;
        var page = Open();

        Assert.Contains("You made this decision.", page.Find(".m-note.bad").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".m-finding"));
    }

    protected override object Answer(object useCase)
    {
        if (useCase is FindOnAppeal find)
            found = find.Finding;

        return useCase switch
        {
            AppealFile => Ok(File()),
            RenewAppealClaim => Ok(new ClaimAppeal.Answer(new(Id), Claim, Clock.GetUtcNow().AddMinutes(15))),
            FindOnAppeal => Ok(default(Done)),
            RuleOnAppeal => Ok<RuleOnAppeal.Answer>(null!),
            ClaimAppeal => (Result<ClaimAppeal.Answer>)ReviewErrors.NothingWaits,
            _ => throw new InvalidOperationException($"{useCase}"),
        };
    }

    private IRenderedComponent<AppealPage> Open() => Render<AppealPage>(x => x.Add(p => p.Id, Id));

    private AppealFile.Answer File()
    {
        var isMine = mayNot is null;
        return new(
            new(Id), AppealState.InReview, Appellant.Author, "nova.coinbloom", "It is only tea.", Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(14),
            isMine ? "Heron" : null, isMine, mayNot, false, isMine ? Claim : null, isMine ? Clock.GetUtcNow().AddMinutes(15) : null, found,
            new(Guid.CreateVersion7()), new(SubjectKind.Content, "reel-1"), "nova.coinbloom", "fraud", "Fraud", "Do not deceive.", Severity.High,
            new(ContentKind.Reel, Clock.GetUtcNow(), "en", "Tea", "Tea", [], "abc", false),
            new("We removed your reel", [new("did", "What we did", "We removed it.")]),
            found is null ? null : new(Finding.Violates, FirstWords, null, Automation.None, null, Clock.GetUtcNow(), [Effect(OutcomeKind.Removed), Effect(OutcomeKind.Strike)]),
            null, null, null);
    }

    private EnforceDirectly.Effect Effect(OutcomeKind kind) => new(
        default, kind, new(SubjectKind.Content, "reel-1"), [Surface.Feed], 1, Audience.Everyone, [], null, [], Clock.GetUtcNow(), null, null);
}
