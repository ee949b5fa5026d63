using System.Text.Json;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class CaseFileTests : InAWorld
{
    [Fact]
    public async Task All_evidence_is_on_one_screen()
    {
        await Strikes(1, "earlier");
        await world.Post("parent", text: "What do you think?");
        var content = await world.Post("reply", kind: ContentKind.Comment, parent: new ContentId("parent"), text: "Buy here.");
        var open = await Report(content);
        await Report(content, "spam", "another");
        await world.Do(World.Platform, new SendSignal(SubjectRef.Of(content), "links", "1", "bad-link", 0.9, "spam"));

        var file = await world.Do(World.Moderator, new CaseFile(open));
        Assert.Equal(("Buy here.", "What do you think?"), (file.Item!.Text, file.Parent!.Text));
        Assert.Equal((2, "bad-link", 100), (file.ReportCount, Assert.Single(file.Signals).Label, file.Author.Followers));
        Assert.Equal([new("spam", 1, 1), new CaseFile.Named("fraud", 1, 0)], file.Named);
        // The breach, and that the account is not recommended since.
        Assert.Equal((1, 2), (file.History.StrikesInForce, file.History.Decisions.Count));
        Assert.True(file.CanClaim);
    }

    [Fact]
    public async Task An_edit_after_the_report_shows_both()
    {
        var open = await Report(await world.Post(text: "Reported words."));
        await world.Post(text: "Edited words.");
        var item = (await world.Do(World.Moderator, new CaseFile(open))).Item!;
        Assert.Equal((2, "Edited words.", 1, "Reported words."), (item.Revision, item.Text, item.Reported!.Number, item.Reported.Text));
    }

    [Fact]
    public async Task The_number_of_a_claim_is_for_its_holder()
    {
        var claim = await world.Claimed(World.Moderator);
        var mine = await world.Do(World.Moderator, new CaseFile(claim.CaseId));
        Assert.Equal((true, (long?)1, false), (mine.IsMine, mine.ClaimNumber, mine.CanClaim));
        var theirs = await world.Do(World.OtherModerator, new CaseFile(claim.CaseId));
        Assert.Equal((false, null, "kestrel", false), (theirs.IsMine, theirs.ClaimNumber, theirs.HeldBy, theirs.CanClaim));
    }

    [Fact]
    public async Task Ones_own_case_says_so()
    {
        var robin = await Hire("robin", [Role.Moderator], World.Author);
        var file = await world.Do(robin, new CaseFile(await Report(await world.Post())));
        Assert.Equal((true, false), (file.IsOwn, file.CanClaim));
    }

    [Fact]
    public async Task What_a_reply_hangs_under_is_not_shown_where_that_is_restricted()
    {
        await RestrictedCase("sealed");
        await world.Decide(await world.Post("judged"), "child-safety", by: "wren");
        foreach (var parent in new[] { "sealed", "judged" })
        {
            var reply = await world.Post($"under-{parent}", new("replier"), kind: ContentKind.Comment, parent: new ContentId(parent));
            Assert.Null((await world.Do(World.Moderator, new CaseFile(await Report(reply)))).Parent);
        }
    }

    [Fact]
    public async Task Restricted_decisions_are_left_out_of_the_history()
    {
        await world.Decide(await world.Post("judged"), "child-safety", by: "wren");
        Assert.Empty((await world.Do(World.Moderator, new CaseFile(await Report(await world.Post())))).History.Decisions);
    }

    [Fact]
    public async Task There_is_no_such_case() =>
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new CaseFile(new(Guid.NewGuid()))));
}
