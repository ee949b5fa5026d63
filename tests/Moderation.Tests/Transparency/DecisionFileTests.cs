using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class DecisionFileTests : InAWorld
{
    [Fact]
    public async Task A_member_learns_what_and_why_but_not_who_nor_the_rationale()
    {
        var decision = await world.Decide(await world.Post());
        var file = await world.Do(World.Member, new DecisionFile(decision.Id));

        Assert.Equal((null, null), (file.DecidedBy, file.Rationale));
        Assert.Equal(("fraud", 1, 1, decision.EvidenceDigest), (file.Guideline, file.RulebookVersion, file.Revision!.Value, file.EvidenceDigest));
        Assert.NotEmpty(file.RuleText);
        Assert.Equal((true, decision.AppealUntil), (file.Appeal.CanAppeal, file.Appeal.Until));
    }

    [Fact]
    public async Task Colleagues_and_programs_see_both()
    {
        var decision = await world.Decide(await world.Post());
        foreach (var who in new Actor[] { World.Moderator, World.Lead, await Program(Scope.Enforcer) })
            Assert.Equal(("kestrel", "As seen."), await world.Do(who, new DecisionFile(decision.Id)) is var x ? (x.DecidedBy!, x.Rationale!) : default);
    }

    [Fact]
    public async Task An_appeal_reviewer_does_not_get_the_first_reasoning_before_their_own_finding()
    {
        var decision = await world.Decide(await world.Post());
        var appeal = await world.Appeal(decision.Id);
        Assert.Null((await world.Do(World.Reviewer, new DecisionFile(decision.Id))).Rationale);

        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        Assert.Null((await world.Do(World.Reviewer, new DecisionFile(decision.Id))).Rationale);
        await world.Do(World.Reviewer, new FindOnAppeal(World.Reviewer.Id, appeal, claim.ClaimNumber, Finding.Violates));
        Assert.Equal("As seen.", (await world.Do(World.Reviewer, new DecisionFile(decision.Id))).Rationale);
    }

    [Fact]
    public async Task It_is_pinned_to_what_was_judged()
    {
        var decision = await world.Decide(await world.Post(text: "Judged words."));
        await world.Post(text: "Other words.");
        var file = await world.Do(World.Member, new DecisionFile(decision.Id));
        Assert.Equal(1, file.Revision);
        Assert.Contains("Judged words.", file.StatementOfReasons.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_nobody_elses_business()
    {
        var decision = await world.Decide(await world.Post());
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(new Actor.Member(new("other")), new DecisionFile(decision.Id)));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new DecisionFile(new(Guid.NewGuid()))));
    }

    [Fact]
    public async Task A_restricted_one_is_opened_by_child_safety_alone_and_that_is_written_down()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", by: "wren");
        foreach (var other in new[] { World.Moderator, World.Lead, World.Reviewer })
            Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(other, new DecisionFile(decision.Id)));

        await world.Do(World.ChildSafety, new DecisionFile(decision.Id));
        Assert.Equal("staff:wren", Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(DecisionFile)).ToList())).Actor);
        Assert.Empty((await world.Do(World.Member, new DecisionFile(decision.Id))).Media);
    }
}
