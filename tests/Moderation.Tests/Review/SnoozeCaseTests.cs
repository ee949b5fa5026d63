using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class SnoozeCaseTests : InAQueue
{
    [Fact]
    public async Task Nobody_is_handed_it_before_its_date_and_then_everybody_is()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(2)));

        foreach (var person in new[] { World.Moderator, World.OtherModerator })
        {
            Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(person, new ClaimNextCase(person.Id)));
            Assert.Equal(ReviewErrors.Snoozed, await world.Refuse(person, new ClaimCase(person.Id, claim.CaseId)));
        }

        world.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(claim.CaseId, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task Whoever_put_it_aside_holds_it_no_more()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(1)));

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Snooze(claim, Now.AddDays(1))));
    }

    [Fact]
    public async Task Only_who_holds_it_puts_it_aside()
    {
        var claim = await world.Claimed(World.Moderator);
        var other = Snooze(claim, Now.AddDays(1)) with { Reviewer = World.OtherModerator.Id };

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, other));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, Snooze(claim, Now.AddDays(1))));
        world.Clock.Pass(claim.LeaseUntil - Now);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Snooze(claim, Now.AddDays(1))));
    }

    [Fact]
    public async Task Thirty_days_are_the_longest_and_the_past_is_no_date()
    {
        var claim = await world.Claimed(World.Moderator);

        Assert.Equal(ReviewErrors.SnoozePeriod, await world.Refuse(World.Moderator, Snooze(claim, Now.AddDays(30).AddTicks(1))));
        Assert.Equal(ReviewErrors.SnoozePeriod, await world.Refuse(World.Moderator, Snooze(claim, Now)));
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Moderator, Snooze(claim, Now.AddDays(1)) with { Reason = "" })));
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(30)));
    }

    [Theory]
    [InlineData(true, 48)]
    [InlineData(false, 0)]
    public async Task Where_the_queue_pauses_the_clock_it_is_due_that_much_later_though_nothing_ran(bool pauses, int hours)
    {
        var claim = await InScams(World.Moderator, pauses);
        await world.Do(World.Moderator, Snooze(claim, Now.AddHours(48)));

        Assert.Equal(claim.Case.DueAt.AddHours(hours), Stored(claim.CaseId).DueAt);
        world.Clock.Pass(TimeSpan.FromDays(3));
        Assert.Equal(claim.Case.DueAt.AddHours(hours), (await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id))).Case.DueAt);
    }

    [Fact]
    public async Task A_further_report_takes_nothing_of_the_pause_back()
    {
        var claim = await InScams(World.Moderator, pausesClock: true);
        await world.Do(World.Moderator, Snooze(claim, Now.AddHours(48)));
        await Report(new("post-1"), reporter: "another");

        Assert.Equal((claim.Case.DueAt.AddHours(48), CaseState.Snoozed), (Stored(claim.CaseId).DueAt, Stored(claim.CaseId).StateAt(Now)));
    }

    [Fact]
    public async Task What_is_late_is_not_late_while_its_clock_stands_still()
    {
        var claim = await InScams(World.Moderator, pausesClock: true);
        world.Clock.Pass(claim.LeaseUntil - Now - TimeSpan.FromMinutes(1));
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(20)));
        world.Clock.Pass(TimeSpan.FromDays(19));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue(new QueueFilter(DueWithinHours: 0)))).Rows);

        world.Clock.Pass(TimeSpan.FromDays(20));
        Assert.Single((await world.Do(World.Moderator, new ReviewQueue(new QueueFilter(DueWithinHours: 0)))).Rows);
    }

    [Fact]
    public async Task Something_graver_wakes_it_and_the_rest_of_the_pause_is_given_back()
    {
        var post = await world.Post();
        Open(pausesClock: true);
        var @case = await Report(post, "spam");
        Put(@case);
        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, @case));
        await world.Do(World.Moderator, Snooze(claim, Now.AddHours(10)));

        world.Clock.Pass(TimeSpan.FromHours(1));
        await Report(post, "violence", reporter: "another");
        Assert.Equal((CaseState.Open, false), (Stored(@case).StateAt(Now), Stored(@case).IsPausedAt(Now)));
        Assert.Equal(TimeSpan.FromHours(1).Ticks, Stored(@case).PausedTicks);
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
    }

    [Fact]
    public async Task What_turns_out_to_be_for_specialists_sleeps_no_longer()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(9)));
        await Report(new("post-1"), "child-safety", "another");

        Assert.Equal(claim.CaseId, (await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id))).CaseId);
    }

    [Fact]
    public async Task A_decision_made_elsewhere_or_a_deletion_closes_it_all_the_same()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(9)));
        await world.Decide(new("post-1"));

        Assert.Equal(CaseState.Decided, Stored(claim.CaseId).StateAt(Now));
        Assert.Equal(ReviewErrors.Closed, await world.Refuse(World.Moderator, new WakeCase(World.Moderator.Id, claim.CaseId)));
    }

    [Fact]
    public async Task A_console_of_the_hosts_own_puts_it_aside_too()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(await Program(Scope.Reviewer), Snooze(claim, Now.AddDays(1)));
        Assert.Equal(CaseState.Snoozed, Stored(claim.CaseId).StateAt(Now));
    }
}
