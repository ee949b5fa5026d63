using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class RecordAuthorityReportTests : InAWorld
{
    [Fact]
    public async Task Number_and_promise_stand_with_the_decision_for_specialists_alone()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", by: "wren");
        await world.Do(World.ChildSafety, new RecordAuthorityReport(decision.Id, "CT-2026-1", Now.AddYears(2)));

        var file = await world.Do(World.ChildSafety, new DecisionFile(decision.Id));
        Assert.Equal(("CT-2026-1", Now.AddYears(2)), (file.AuthorityReport, file.PreserveUntil));
        var mine = await world.Do(World.Member, new DecisionFile(decision.Id));
        Assert.Equal((null, (DateTimeOffset?)null), (mine.AuthorityReport, mine.PreserveUntil));
    }

    [Fact]
    public async Task A_promise_is_never_shortened()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", by: "wren");
        await world.Do(World.ChildSafety, new RecordAuthorityReport(decision.Id, "one", Now.AddYears(3)));
        var second = await world.Do(World.ChildSafety, new RecordAuthorityReport(decision.Id, "two", Now.AddDays(1)));

        Assert.Equal(("two", Now.AddYears(3)), (second.Number, second.PreserveUntil));
        Assert.Equal(Now.AddYears(3), (await world.Do(World.ChildSafety, new EvidenceOf(decision.Id))).KeepUntil);
    }

    [Fact]
    public async Task It_is_about_a_restricted_decision_and_a_time_to_come()
    {
        var spam = await world.Decide(await world.Post("spam"), "spam");
        var restricted = await world.Decide(await world.Post(), "child-safety", by: "wren");

        Assert.Equal(EnforcementErrors.NotRestricted, await world.Refuse(World.ChildSafety, new RecordAuthorityReport(spam.Id, "1", Now.AddYears(1))));
        Assert.Equal(EnforcementErrors.PreserveInPast, await world.Refuse(World.ChildSafety, new RecordAuthorityReport(restricted.Id, "1", Now)));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.ChildSafety, new RecordAuthorityReport(new(Guid.NewGuid()), "1", Now.AddYears(1))));
        Assert.Equal(["number"], FieldsOf(await world.Refuse(World.ChildSafety, new RecordAuthorityReport(restricted.Id, "", Now.AddYears(1)))));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new RecordAuthorityReport(restricted.Id, "1", Now.AddYears(1))));
    }
}
