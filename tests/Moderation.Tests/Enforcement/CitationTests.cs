using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class CitationTests : InAWorld
{
    [Fact]
    public async Task What_rested_on_an_overturned_decision_is_looked_at_again()
    {
        var cited = await world.Decide(await world.Post("cited"));
        var claim = await world.Claimed(World.Moderator);
        var citing = await world.Do(World.Moderator, Decide(World.Moderator, claim) with { Cites = [cited.Id] });
        Assert.Equal([cited.Id], (await world.Do(World.Lead, new DecisionFile(citing.Id))).Cites);
        Assert.Null((await world.Do(World.Member, new DecisionFile(citing.Id))).Cites);

        await world.Do(World.Lead, new OverturnDecision(cited.Id, "It was wrong.", "lead"));

        var again = Assert.Single(world.Read(db => db.Cases.Waiting.ToList()));
        Assert.Equal(("post-1", 0, 0), (again.SubjectId, again.Reports, again.Signals));
        Assert.Contains(cited.Id.Code, again.Question, StringComparison.Ordinal);
        Assert.Equal(DecisionState.InForce, (await world.Do(World.Lead, new DecisionFile(citing.Id))).State);

        // Whoever finds the same gives no second strike for it.
        var held = await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
        await world.Do(World.OtherModerator, Decide(World.OtherModerator, held));
        Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
    }

    [Fact]
    public async Task What_a_machine_decided_or_was_overturned_itself_stays()
    {
        var cited = await world.Decide(await world.Post("cited"));
        await world.Do(World.Product, Direct(await world.Post("one"), cited.Id) with { Automation = Automation.Full, DecidedBy = null });
        var two = await world.Do(World.Product, Direct(await world.Post("two"), cited.Id));
        await world.Do(World.Lead, new OverturnDecision(two.Id, "It was wrong.", "lead"));
        await world.Do(World.Lead, new OverturnDecision(cited.Id, "It was wrong.", "lead"));

        Assert.Empty(world.Read(db => db.Cases.Waiting.ToList()));
    }

    [Fact]
    public async Task Only_what_is_there_is_cited_and_not_without_measure()
    {
        var content = await world.Post();
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Product, Direct(content, new DecisionId(Guid.NewGuid()))));
        Assert.Equal(["cites"], FieldsOf(await world.Refuse(World.Product, Direct(content, [.. Enumerable.Range(0, 21).Select(_ => new DecisionId(Guid.NewGuid()))]))));

        var secret = await world.Decide(await world.Post("secret"), "child-safety", by: "wren");
        var claim = await world.Claimed(World.Moderator, "post-2");
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Moderator, Decide(World.Moderator, claim) with { Cites = [secret.Id] }));
    }

    [Fact]
    public async Task A_deviation_says_why_in_the_file_and_in_the_log()
    {
        var claim = await world.Claimed(World.Moderator);
        var decision = await world.Do(World.Moderator, Decide(
            World.Moderator, claim, outcomes: [new(Moderation.Ranking.OutcomeKind.Covered)], because: "It is partly a joke."));

        Assert.Equal("It is partly a joke.", (await world.Do(World.Lead, new DecisionFile(decision.Id))).DeviationReason);
        Assert.Null((await world.Do(World.Member, new DecisionFile(decision.Id))).DeviationReason);
        Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == "DecideCase" && x.Actor == "staff:kestrel" && !x.Refused).ToList()));
    }

    private static EnforceDirectly Direct(ContentId content, params DecisionId[] cites) => new(
        SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "As the other.", Automation.None, new StaffId("kestrel"), Cites: cites);
}
