using Microsoft.Extensions.DependencyInjection;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Tests.Pipeline;

/// <summary>Tests on runs that somebody proposed.</summary>
public abstract class OnRuns : InAWorld
{
    protected static Actor.Staff OtherLead { get; } = new(new("harrier"));

    internal async Task<RunId> Proposed(
        RunKind kind = RunKind.OverturnWhere, Actor? by = null, bool restricted = false, bool second = true, TimeSpan? grace = null)
    {
        await Hire(OtherLead.Id.Value, [Role.Lead]);
        using var scope = world.Open();
        var db = scope.ServiceProvider.GetRequiredService<ModerationDb>();
        var run = db.Add(Run.Propose(
            kind, "{}", "A bad rule.", by ?? World.Lead, 10, second, grace ?? TimeSpan.Zero, Now, restricted)).Entity;
        await db.SaveChangesAsync();
        return run.Id;
    }

    internal Run Stored(RunId id) => world.Read(db => db.Runs.Single(x => x.Id == id));
}

public sealed class NextRunTests : OnRuns
{
    [Fact]
    public async Task Where_nothing_was_asked_there_is_nothing_to_do() =>
        Assert.Null((await world.Do(World.Product, new NextRun())).Run);

    [Fact]
    public async Task One_that_waits_for_a_second_person_or_for_its_time_is_left()
    {
        await Proposed();
        var later = await Proposed(second: false, grace: TimeSpan.FromMinutes(1));
        Assert.Null((await world.Do(World.Product, new NextRun())).Run);

        world.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(later, (await world.Do(World.Product, new NextRun())).Run);
    }

    [Fact]
    public async Task One_that_is_stuck_does_not_keep_the_others_waiting()
    {
        var first = await Proposed(second: false);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var second = await Proposed(second: false);

        Assert.Equal(first, (await world.Do(World.Product, new NextRun())).Run);
        Assert.Equal(second, (await world.Do(World.Product, new NextRun([first]))).Run);
    }
}

public sealed class WorkOnRunTests : OnRuns
{
    [Fact]
    public async Task A_run_that_is_not_there_is_not_worked_on() =>
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.Product, new WorkOnRun(new(Guid.NewGuid()))));

    [Fact]
    public async Task A_run_that_waits_is_not_worked_on() =>
        Assert.False(await world.Do(World.Product, new WorkOnRun(await Proposed())));
}

public sealed class RunProgressTests : OnRuns
{
    [Fact]
    public async Task Who_proposed_it_sees_all_of_it()
    {
        var seen = await world.Do(World.Lead, new RunProgress(await Proposed()));

        Assert.Equal((RunKind.OverturnWhere, RunState.Proposed, "A bad rule.", "staff:osprey"), (seen.Kind, seen.State, seen.Reason, seen.By));
        Assert.Equal((10L, 0L, 0L, false, true), (seen.Total, seen.Looked, seen.Changed, seen.MayAgree, seen.MayCancel));
        Assert.Null(seen.Report);
    }

    [Fact]
    public async Task Another_lead_may_agree() =>
        Assert.True((await world.Do(OtherLead, new RunProgress(await Proposed()))).MayAgree);

    [Fact]
    public async Task A_moderator_knows_of_their_own_alone()
    {
        var own = await Proposed(RunKind.BatchDecision, World.Moderator);
        Assert.Equal(own, (await world.Do(World.Moderator, new RunProgress(own))).Id);
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.OtherModerator, new RunProgress(own)));
    }

    [Fact]
    public async Task A_restricted_one_is_there_for_specialists_alone_and_its_reading_is_written_down()
    {
        var run = await Proposed(restricted: true);
        foreach (var who in new Actor[] { World.Lead, OtherLead, World.Admin, World.PolicyManager })
            Assert.Equal(RunErrors.Unknown, await world.Refuse(who, new RunProgress(run)));

        Assert.Equal(run, (await world.Do(World.ChildSafety, new RunProgress(run))).Id);
        Assert.Equal("staff:wren", world.Read(db => db.Set<AuditEntry>().Single(x => x.Act == nameof(RunProgress))).Actor);
    }

    [Fact]
    public async Task A_program_that_enforces_follows_an_overturn_and_nothing_else()
    {
        var program = await Program(Scope.Enforcer);
        await world.Do(program, new RunProgress(await Proposed()));
        Assert.Equal(RunErrors.Unknown, await world.Refuse(program, new RunProgress(await Proposed(RunKind.StrikeChange))));
    }
}

public sealed class RunListTests : OnRuns
{
    [Fact]
    public async Task Everybody_finds_what_they_may_know_of_the_newest_first()
    {
        var batch = await Proposed(RunKind.BatchDecision, World.Moderator);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var rules = await Proposed(RunKind.ApplyRulebook, World.PolicyManager);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var secret = await Proposed(RunKind.Disabling, World.ChildSafety, restricted: true);

        Assert.Equal([rules, batch], await Listed(World.Lead));
        Assert.Equal([rules], await Listed(World.OtherPolicyManager));
        Assert.Equal([batch], await Listed(World.Moderator));
        Assert.Equal([secret], await Listed(World.ChildSafety));
        Assert.Equal([rules, batch], await Listed(World.Admin));
    }

    [Fact]
    public async Task A_state_may_be_asked_for()
    {
        var waits = await Proposed();
        var runs = await Proposed(second: false);
        await world.Do(World.Lead, new CancelRun(await Proposed()));

        Assert.Equal([waits], await Listed(World.Lead, RunState.Proposed));
        Assert.Equal([runs], await Listed(World.Lead, RunState.Running));
        Assert.Single(await Listed(World.Lead, RunState.Cancelled));
    }

    private async Task<IEnumerable<RunId>> Listed(Actor by, RunState? state = null) =>
        (await world.Do(by, new RunList(state))).Runs.Select(x => x.Id);
}

public sealed class AgreeToRunTests : OnRuns
{
    [Fact]
    public async Task It_begins_at_once()
    {
        var run = await Proposed(grace: TimeSpan.FromHours(1));
        var agreed = await world.Do(OtherLead, new AgreeToRun(run));

        Assert.Equal(RunState.Running, agreed.State);
        Assert.NotNull(agreed.AgreedBy);
        Assert.Equal(OtherLead.Id, world.Read(db => db.Runs.Single(x => x.Id == run).AgreedBy));
        Assert.Equal(run, (await world.Do(World.Product, new NextRun())).Run);
    }

    [Fact]
    public async Task Nobody_agrees_with_themselves() =>
        Assert.Equal(RunErrors.SamePerson, await world.Refuse(World.Lead, new AgreeToRun(await Proposed())));

    [Fact]
    public async Task Rules_are_for_policy_managers_and_decisions_for_leads()
    {
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new AgreeToRun(await Proposed(RunKind.ApplyRulebook, World.PolicyManager))));
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.PolicyManager, new AgreeToRun(await Proposed())));
        await world.Do(World.OtherPolicyManager, new AgreeToRun(await Proposed(RunKind.ApplyRulebook, World.PolicyManager)));
    }

    [Fact]
    public async Task Who_is_no_lead_any_more_is_refused()
    {
        var run = await Proposed();
        await Hire(OtherLead.Id.Value, [Role.Moderator]);
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(OtherLead, new AgreeToRun(run)));
    }

    [Fact]
    public async Task A_restricted_one_needs_a_second_specialist()
    {
        var run = await Proposed(RunKind.BatchDecision, World.ChildSafety, restricted: true);
        Assert.Equal(RunErrors.Unknown, await world.Refuse(OtherLead, new AgreeToRun(run)));
        Assert.Equal(RunErrors.SamePerson, await world.Refuse(World.ChildSafety, new AgreeToRun(run)));
        await world.Do(await Hire("dipper", [Role.ChildSafety]), new AgreeToRun(run));
    }

    [Fact]
    public async Task Of_two_who_agree_at_once_one_does()
    {
        var run = await Proposed();
        var third = await Hire("merlin", [Role.Lead]);
        var answers = await Task.WhenAll(world.Run(OtherLead, new AgreeToRun(run)), world.Run(third, new AgreeToRun(run)));

        Assert.Equal(RunErrors.NotWaiting, Assert.IsType<Result<RunProgress.Answer>.Refused>(Assert.Single(answers, x => x.IsRefused)).Error);
    }
}

public sealed class RefuseRunTests : OnRuns
{
    [Fact]
    public async Task It_ends_and_says_why()
    {
        var run = await Proposed();
        await world.Do(OtherLead, new RefuseRun(run, "The rule is right."));

        Assert.Equal((RunState.Refused, "The rule is right.", Now), (Stored(run).State, Stored(run).Refusal, Stored(run).EndedAt));
        Assert.Equal(RunErrors.NotWaiting, await world.Refuse(OtherLead, new AgreeToRun(run)));
        Assert.Equal(RunErrors.Ended, await world.Refuse(World.Lead, new CancelRun(run)));
    }

    [Fact]
    public async Task Nobody_refuses_their_own() =>
        Assert.Equal(RunErrors.SamePerson, await world.Refuse(World.Lead, new RefuseRun(await Proposed(), "No.")));

    [Fact]
    public async Task It_has_a_reason() => Assert.Equal(["reason"], FieldsOf(await world.Refuse(OtherLead, new RefuseRun(await Proposed(), ""))));
}

public sealed class CancelRunTests : OnRuns
{
    [Fact]
    public async Task Who_proposed_it_stops_it_before_it_begins()
    {
        var run = await Proposed(RunKind.BatchDecision, World.Moderator, second: false, grace: TimeSpan.FromSeconds(10));
        await world.Do(World.Moderator, new CancelRun(run));
        world.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((RunState.Cancelled, 0L), (Stored(run).State, Stored(run).Looked));
        Assert.Null((await world.Do(World.Product, new NextRun())).Run);
        Assert.Equal(RunErrors.Ended, await world.Refuse(World.Moderator, new CancelRun(run)));
    }

    [Fact]
    public async Task A_program_stops_an_overturn() =>
        await world.Do(await Program(Scope.Enforcer), new CancelRun(await Proposed(second: false)));

    [Fact]
    public async Task Another_moderator_does_not_know_of_it_and_a_lead_leaves_the_rules_alone()
    {
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.OtherModerator, new CancelRun(await Proposed(RunKind.BatchDecision, World.Moderator))));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new CancelRun(await Proposed(RunKind.ApplyRulebook, World.PolicyManager))));
    }
}
