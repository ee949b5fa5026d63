using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>The author asks the checker; nobody else does, and nothing twice.</summary>
public sealed class FileDisputeTests : OnADispute
{
    [Fact]
    public async Task It_waits_a_day_for_the_checker_and_says_so()
    {
        var filed = await world.Do(World.Member, Asks(await Rated()));

        Assert.Equal((DisputeState.Filed, Now.AddHours(24)), (filed.State, filed.DueAt));
        Assert.Equal("The fact-checkers have your dispute", Titles()[^1]);
        Assert.Contains("Harbour Checks", LastNotice(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_changes_nothing_that_rankers_are_told()
    {
        var decision = await Rated();
        var before = await Told(new("post-1"));
        await Dispute(decision);

        Assert.Equal(before, await Told(new("post-1")));
    }

    [Fact]
    public async Task Only_the_author_can()
    {
        var decision = await Rated();
        var other = new AccountId("somebody");

        Assert.Equal(DisputeErrors.NotYours, await world.Refuse(new Actor.Member(other), Asks(decision)));
        Assert.Equal(DisputeErrors.NotYours, await world.Refuse(new Actor.Member(other), Asks(decision, other)));
    }

    [Fact]
    public async Task What_no_rating_brought_is_for_an_appeal()
    {
        var decision = await world.Decide(await world.Post());
        Assert.Equal(DisputeErrors.NotARating, await world.Refuse(World.Member, Asks(decision.Id)));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Member, Asks(new(Guid.NewGuid()))));
    }

    [Fact]
    public async Task One_is_open_at_a_time_and_one_that_was_taken_back_may_be_filed_again()
    {
        var decision = await Rated();
        var first = await Dispute(decision);
        Assert.Equal(DisputeErrors.AlreadyOpen, await world.Refuse(World.Member, Asks(decision)));

        await world.Do(World.Member, new WithdrawDispute(first));
        await Dispute(decision);
        Assert.Equal([1, 2], world.Read(db => db.Disputes.Select(x => x.Number).ToList()).Order());
    }

    [Fact]
    public async Task Of_many_at_once_one_is_filed()
    {
        var decision = await Rated();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Run(World.Member, Asks(decision))));

        Assert.Single(answers, x => !x.IsRefused);
        Assert.All(answers.OfType<Result<FileDispute.Answer>.Refused>(), x => Assert.Equal(DisputeErrors.AlreadyOpen, x.Error));
        Assert.Equal(1, world.Read(db => db.Disputes.Count()));
    }

    [Fact]
    public async Task A_rating_that_was_looked_at_again_stands_until_it_changes()
    {
        var decision = await Rated();
        await world.Do(Checker, Says(await Dispute(decision), DisputeAnswer.Upheld));
        Assert.Equal(DisputeErrors.AlreadyAnswered, await world.Refuse(World.Member, Asks(decision)));

        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(Checker, new CorrectFactCheck(Check, Rating.PartlyFalse, "Some bolts.", "Harbour Checks"));
        Assert.Equal(DisputeErrors.NothingToDispute, await world.Refuse(World.Member, Asks(decision)));
        await Dispute(Labels("post-1"));
    }

    [Fact]
    public async Task The_window_is_the_rulebooks()
    {
        var decision = await Rated();
        world.Clock.Pass(TimeSpan.FromDays(30) + TimeSpan.FromTicks(1));
        Assert.Equal(DisputeErrors.WindowClosed, await world.Refuse(World.Member, Asks(decision)));
    }

    [Theory]
    [InlineData("http://archive.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://archive.example@evil.example/")]
    [InlineData("archive.example")]
    [InlineData("https://")]
    public async Task A_link_is_a_whole_address_under_https(string link)
    {
        var refused = await world.Refuse(World.Member, Asks(new(Guid.NewGuid())) with { Links = [link] });
        Assert.Equal(Refusal.Invalid, refused.Kind);
    }

    [Fact]
    public async Task A_reason_is_asked_and_five_links_are_enough()
    {
        var asks = Asks(new(Guid.NewGuid()));
        foreach (var wrong in new[] { asks with { Statement = "" }, asks with { Statement = new('x', 2001) }, asks with { Links = [.. Enumerable.Repeat(Links[0], 6)] } })
            Assert.Equal(Refusal.Invalid, (await world.Refuse(World.Member, wrong)).Kind);
    }

    [Fact]
    public async Task While_the_checker_has_time_the_appeal_waits_and_a_refusal_opens_it()
    {
        var decision = await Rated();
        var dispute = await Dispute(decision);
        Assert.Equal("appeal.disputeOpen", (await world.Refuse(World.Member, new FileAppeal(decision, null, World.Author, "It is a quotation."))).Code);

        await world.Do(Checker, Says(dispute, DisputeAnswer.Upheld));
        await world.Appeal(decision);
    }

    [Fact]
    public async Task An_overdue_dispute_opens_the_appeal_by_the_clock_alone()
    {
        var decision = await Rated();
        await Dispute(decision);
        world.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal("appeal.disputeOpen", (await world.Refuse(World.Member, new FileAppeal(decision, null, World.Author, ""))).Code);

        world.Clock.Pass(TimeSpan.FromTicks(1));
        await world.Appeal(decision);
    }

    [Fact]
    public async Task Whether_it_belongs_there_may_be_appealed_without_asking_the_checker() => await world.Appeal(await Rated());
}
