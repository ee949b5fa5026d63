using Moderation.FactChecks;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>What a member sends is opened by a checker: nothing leads where it does not say, and nothing is said with nothing.</summary>
public sealed class HostileDisputeTests : OnADispute
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)//https://archive.example/")]
    [InlineData("JAVASCRIPT:https://archive.example/")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("ftp://archive.example/")]
    [InlineData("//archive.example/")]
    [InlineData("https:///minutes")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST:8443/admin")]
    [InlineData("https://localhost./")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://wiki/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://10.0.0.5/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://８.８.８.８/")]
    [InlineData("https://１２７。0。0。１/")]
    [InlineData("https://a.127.0.0.0x1/")]
    [InlineData("https://printer.ｌｏｃａｌ/")]
    [InlineData("https://archive.example@evil.example/")]
    [InlineData("https://archive.example\\@evil.example/")]
    [InlineData("https://archive.example/\u202Egnp.exe")]
    [InlineData("https://arch\u200Bive.example/")]
    [InlineData("https://archive.example/a b")]
    [InlineData("https://archive.example/\r\nSet-Cookie: a=b")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_link_leads_to_a_public_page_and_nowhere_else(string? link) =>
        Assert.Equal(Refusal.Invalid, (await world.Refuse(World.Member, Asks(await Rated()) with { Links = [Links[0], link!] })).Kind);

    [Theory]
    [InlineData("https://archive.example")]
    [InlineData("https://www.archive.example:8443/a?b=%20c#d")]
    [InlineData("https://bücher.example/größe")]
    [InlineData("https://archive.example/مرحبا")]
    public async Task A_public_page_may_have_any_name(string link) => await world.Do(World.Member, Asks(await Rated()) with { Links = [link] });

    [Theory]
    [InlineData(" \t\n")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u202E\u202C")]
    [InlineData(null)]
    public async Task What_nobody_can_see_says_nothing(string? text)
    {
        var decision = await Rated();
        Assert.Equal(Refusal.Invalid, (await world.Refuse(World.Member, Asks(decision) with { Statement = text! })).Kind);
        var dispute = await Dispute(decision);
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, Says(dispute, DisputeAnswer.Upheld) with { Reason = text! })).Kind);
    }

    [Fact]
    public async Task Two_thousand_characters_and_five_links_are_taken_as_written_and_no_more()
    {
        var decision = await Rated();
        var said = "\u202E\u0645\u0631\u062D\u0628\u0627\u202C \u200B\u200D <b>\U0001F370</b> ".PadRight(2000, 'x');
        foreach (var wrong in new[] { Asks(decision) with { Statement = said + "x" }, Asks(decision) with { Links = [.. Enumerable.Repeat(Links[0], 6)] }, Asks(decision) with { Links = [.. Enumerable.Repeat(Links[0], 11)] } })
            Assert.Equal(Refusal.Invalid, (await world.Refuse(World.Member, wrong)).Kind);

        await world.Do(World.Member, Asks(decision) with { Statement = said, Links = [.. Enumerable.Repeat(Links[0], 5)] });
        Assert.Equal(said, world.Read(db => db.Disputes.Single().Statement));
    }

    [Fact]
    public async Task Who_is_not_asked_hears_nothing_and_changes_nothing()
    {
        var decision = await Rated();
        var dispute = await Dispute(decision);
        var stranger = new Actor.Member(new("somebody"));
        foreach (var other in new Actor[] { World.Moderator, World.Reviewer, World.Lead, World.Admin, World.PolicyManager, World.Member, stranger })
        {
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(other, Says(dispute, DisputeAnswer.CheckWithdrawn)));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(other, new DisputeQueue()));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(other, new DisputeFile(dispute)));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(other, new TellOverdueDisputes()));
        }

        foreach (var staff in new Actor[] { Checker, World.Moderator, World.Lead, World.Admin })
        {
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(staff, Asks(decision)));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(staff, new WithdrawDispute(dispute)));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(staff, new DisputeProgress(dispute)));
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(staff, new RatingRedress(decision)));
        }

        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(stranger, new DisputeProgress(dispute)));
        Assert.Equal(DisputeErrors.NotYours, await world.Refuse(stranger, new WithdrawDispute(dispute)));
        Assert.Equal("decision.unknown", (await world.Refuse(stranger, new RatingRedress(decision))).Code);
    }
}
