using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.FactChecks;

/// <summary>What checkers and authors see of a dispute.</summary>
public sealed class ShowingDisputesTests : OnADispute
{
    [Fact]
    public async Task The_one_due_first_is_on_top_and_late_is_seen_as_late()
    {
        await Ready();
        await world.Post("copy", new("somebody"), Claim.ToUpperInvariant());
        var first = await Dispute(await Rated());
        world.Clock.Pass(TimeSpan.FromHours(20));
        var second = await Dispute(Labels("copy"), new("somebody"));
        world.Clock.Pass(TimeSpan.FromHours(5));

        var queue = await world.Do(Checker, new DisputeQueue());
        Assert.Equal([(first, DisputeState.Overdue), (second, DisputeState.Filed)], queue.Rows.Select(x => (x.Id, x.State)));
        Assert.Equal((2, 1, 0), (queue.Count, queue.Overdue, queue.LeftOut));
        await world.Do(Checker, Says(first, DisputeAnswer.Upheld));
        Assert.Equal([second], (await world.Do(Checker, new DisputeQueue())).Rows.Select(x => x.Id));
    }

    [Fact]
    public async Task Ones_own_is_only_counted()
    {
        var dispute = await Dispute(await Rated());
        await world.Do(World.Product, new PutStaff(new("moonlighter"), "Moonlighter", null, [Role.FactChecker], null, null, Active: true, Account: World.Author));
        var self = new Actor.Staff(new("moonlighter"));

        Assert.Equal((0, 0, 1), await world.Do(self, new DisputeQueue()) is var queue ? (queue.Rows.Count, queue.Count, queue.LeftOut) : default);
        Assert.Equal(DisputeErrors.Own, (await world.Do(self, new DisputeFile(dispute))).MayNot);
    }

    [Fact]
    public async Task The_checker_sees_the_item_as_it_was_rated_what_was_checked_and_what_is_said()
    {
        var dispute = await Dispute(await Rated());
        await world.Post(text: "Something else by now.");
        var file = await world.Do(Checker, new DisputeFile(dispute));

        Assert.Equal((Claim, Rating.False, "Harbour Checks", Claim), (file.Check.Claim, file.Disputed, file.Check.Publisher, file.Item!.Text));
        Assert.Equal(("The council's minutes say so.", Links[0], 1L, false), (file.Statement, Assert.Single(file.Links), file.Bearing, file.IsCopy));
        Assert.Null(file.MayNot);
        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(Checker, new DisputeFile(new(Guid.NewGuid()))));
    }

    [Fact]
    public async Task The_author_follows_it_and_nobody_else_does()
    {
        var decision = await Rated();
        Assert.Equal((true, true, Now.AddDays(30)), await Redress(decision) is var before ? (before.IsRating, before.CanDispute, before.Until) : default);
        var dispute = await Dispute(decision);

        Assert.Equal((false, DisputeState.Filed), await Redress(decision) is var filed ? (filed.CanDispute, filed.Latest!.State) : default);
        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(new Actor.Member(new("somebody")), new DisputeProgress(dispute)));
        await world.Do(Checker, Says(dispute, DisputeAnswer.Upheld));
        Assert.Equal((DisputeState.Answered, "We looked at the minutes."), await world.Do(World.Member, new DisputeProgress(dispute)) is var told ? (told.State, told.Reason) : default);
        Assert.False((await Redress(decision)).CanDispute);
    }

    [Fact]
    public async Task While_the_checker_has_time_every_page_says_that_the_appeal_waits()
    {
        var decision = await Rated();
        Assert.Equal((true, null, null), await Seen(decision));
        await Dispute(decision);
        var due = Now.AddHours(24);
        Assert.Equal((false, due, DisputeState.Filed), await Seen(decision));
        world.Clock.Pass(TimeSpan.FromHours(25));
        Assert.Equal((true, null, DisputeState.Overdue), await Seen(decision));
    }

    private Task<RatingRedress.Answer> Redress(DecisionId decision) => world.Do(World.Member, new RatingRedress(decision));

    private async Task<(bool CanAppeal, DateTimeOffset? Waits, DisputeState? Dispute)> Seen(DecisionId decision)
    {
        var page = (await world.Do(World.Member, new DecisionFile(decision))).Appeal;
        var status = Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Content);
        Assert.Equal(page.CanAppeal, status.Appeal!.CanAppeal);
        return (page.CanAppeal, page.WaitsUntil, status.Dispute);
    }
}
