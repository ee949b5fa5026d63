using Bunit;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>A check with all that it is about; who may corrects it, and sees first what that does.</summary>
public sealed class FactCheckPageTests : StaffContext
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private bool isYours = true;
    private bool isCorrected;
    private bool isUnmatched;
    private Error? refusal;

    [Fact]
    public async Task A_correction_says_first_what_it_does_and_needs_a_reason()
    {
        var page = Open();
        await page.FindAll("button").Single(x => x.TextContent is "Correct or withdraw").ClickAsync(new());
        await page.FindAll("[name=new-rating]")[^1].ChangeAsync(new() { Value = true });
        Assert.Contains("lifted from 3 posts", page.Find("[aria-live]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[type=submit]").HasAttribute("disabled"));

        await page.Find("#correction-why").InputAsync("We were wrong.");
        await page.Find("form").SubmitAsync();
        var sent = Assert.Single(Asked<CorrectFactCheck>());
        Assert.Equal((null, "We were wrong.", "Tidemark"), (sent.Rating, sent.Reason, sent.By));
        Assert.Contains("Withdrawn", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 decisions never were", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#correction"));
    }

    [Fact]
    public async Task A_copy_is_taken_out_with_a_reason()
    {
        var page = Open();
        await page.Find(".f-copies .m-link").ClickAsync(new());
        await page.Find("#unmatch-why").InputAsync("It quotes it.");
        await page.Find(".f-copies form").SubmitAsync();
        Assert.Equal((new ContentId("copy"), "It quotes it."), Assert.Single(Asked<UnmatchCopy>()) is var sent ? (sent.Content, sent.Reason) : default);
        Assert.Empty(page.FindAll(".f-copies .m-link"));
    }

    [Fact]
    public void Who_may_not_change_it_has_no_buttons()
    {
        isYours = false;
        var page = Open();
        Assert.DoesNotContain(page.FindAll("button"), x => x.TextContent is "Correct or withdraw");
        Assert.Empty(page.FindAll(".f-copies .m-link"));
    }

    [Fact]
    public void An_address_is_shown_by_its_host_and_leads_there_only_if_it_is_secure()
    {
        var page = Open();
        Assert.Equal(["https://tidemark.example/1"], page.FindAll(".f-link a").Select(x => x.GetAttribute("href")));
        Assert.Equal("noopener noreferrer nofollow", page.Find(".f-link a").GetAttribute("rel"));
        Assert.Contains("xn--", page.FindAll(".f-link")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_said_in_its_place()
    {
        refusal = FactCheckErrors.Unknown;
        Assert.Contains("There is no such fact-check.", Open().Markup, StringComparison.Ordinal);
    }

    protected override object Answer(object useCase) => useCase switch
    {
        ClaimFile when refusal is { } no => (Result<ClaimFile.Answer>)no,
        ClaimFile => Ok(File()),
        ClaimCopies => Ok(new ClaimCopies.Answer([Row("post-1", null), Row("copy", new("post-1"))], null)),
        PreviewCorrection => Ok(new PreviewCorrection.Answer(3, 1, false, [], false)),
        CorrectFactCheck x => Corrected(x),
        UnmatchCopy => Unmatched(),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };

    private Result<CorrectFactCheck.Answer> Corrected(CorrectFactCheck asked)
    {
        isCorrected = true;
        return new CorrectFactCheck.Answer(asked.FactCheck, FactCheckState.Withdrawn, null, [new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid())], null);
    }

    private Result<Done> Unmatched()
    {
        isUnmatched = true;
        return default(Done);
    }

    private ClaimCopies.Row Row(string id, ContentId? copyOf) => new(
        new(id), copyOf, id, ContentKind.Post, "The ferry stops.", null, copyOf is null ? null : 0.9, false, !isUnmatched || copyOf is null, false, false,
        isUnmatched && copyOf is not null ? At : null, IsKnown: true, IsGone: false);

    private ClaimFile.Answer File() => new(
        new(Id), isCorrected ? FactCheckState.Withdrawn : FactCheckState.InForce, isCorrected ? null : Rating.False, ReadingDoubt.None, "The ferry stops.", "Tidemark", "https://tidemark.example/1", "en",
        "False", null, 5, 1, null, null, null, null, [], ["http://tidem\u0430rk.example/1"], At, At, "Avocet", 1, 1, isCorrected ? 0 : 2, null,
        isCorrected ? [new(Rating.False, null, "We were wrong.", "Tidemark", At)] : [], isYours);

    private IRenderedComponent<FactCheckPage> Open() => Render<FactCheckPage>(x => x.Add(p => p.Id, Id));
}
