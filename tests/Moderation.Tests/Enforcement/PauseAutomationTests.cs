using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class PauseAutomationTests : InAWorld
{
    [Theory]
    [InlineData(PauseKind.Detector, "giveaway-text")]
    [InlineData(PauseKind.Rule, "double-money")]
    [InlineData(PauseKind.Bank, "double-money")]
    [InlineData(PauseKind.Guideline, "fraud")]
    public async Task Machines_decide_no_more_by_it_and_people_do(PauseKind kind, string code)
    {
        var content = await world.Post();
        await world.Do(World.Lead, new PauseAutomation(kind, code, "It misfires."));

        var refusal = await world.Refuse(World.Product, Machine(content));
        Assert.Equal("decision.paused", refusal.Code);
        Assert.Contains($"'{code}'", refusal.Words, StringComparison.Ordinal);
        await world.Do(World.Product, Machine(content) with { Detector = "another", Rule = "another", Guideline = "spam" });
        await world.Do(World.Product, Machine(content) with { Automation = Automation.Partial, DecidedBy = new StaffId("kestrel") });
    }

    [Fact]
    public async Task A_paused_guideline_pauses_its_clauses_and_what_holds_a_day_too()
    {
        var content = await world.Post();
        var clause = world.Read(db => db.Set<Moderation.Guidelines.RulebookVersion>().First().Json).Contains("spam.repetitive", StringComparison.Ordinal) ? "spam.repetitive" : "spam";
        await world.Do(World.PolicyManager, new PauseAutomation(PauseKind.Guideline, "spam", "It misfires."));

        Assert.Equal("decision.paused", (await world.Refuse(World.Product, Machine(content) with { Guideline = clause })).Code);
        Assert.Equal("decision.paused", (await world.Refuse(World.Product, Machine(content) with { Guideline = "spam", Interim = true })).Code);
    }

    [Fact]
    public async Task What_follows_from_strikes_still_follows()
    {
        await world.Do(World.Admin, new PauseAutomation(PauseKind.Guideline, "fraud", "It misfires."));
        await Strikes(2);
        Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
    }

    [Fact]
    public async Task It_is_paused_once_with_a_reason_and_is_something()
    {
        await world.Do(await Program(Scope.Admin), new PauseAutomation(PauseKind.Detector, "scam-net", "It misfires."));
        Assert.Equal(EnforcementErrors.AlreadyPaused, await world.Refuse(World.Lead, new PauseAutomation(PauseKind.Detector, "scam-net", "Again.")));
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Lead, new PauseAutomation(PauseKind.Guideline, "no-such", "Again.")));
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, new PauseAutomation(PauseKind.Rule, "x", ""))));
        Assert.Equal(["code"], FieldsOf(await world.Refuse(World.Lead, new PauseAutomation(PauseKind.Rule, " x", "Why."))));
    }

    private static EnforceDirectly Machine(ContentId content) => new(
        SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "A machine said so.", Automation.Full, Detector: "giveaway-text", Rule: "double-money");
}
