using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class EvidenceOfTests : InAWorld
{
    [Fact]
    public async Task What_it_was_made_on_is_shown_with_its_digest_checked_and_the_opening_written_down()
    {
        var decision = await world.Decide(await world.Post(text: "A xylograph."));
        var evidence = await world.Do(World.Moderator, new EvidenceOf(decision.Id));

        Assert.Contains("xylograph", evidence.Json, StringComparison.Ordinal);
        Assert.Equal((decision.EvidenceDigest, true, decision.AppealUntil), (evidence.Digest, evidence.IsGenuine, evidence.KeepUntil));
        Assert.Equal("Content:post-1", Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(EvidenceOf)).ToList())).Subjects);
    }

    [Fact]
    public async Task One_that_was_changed_is_told_from_a_genuine_one()
    {
        var decision = await world.Decide(await world.Post(text: "A xylograph."));
        world.Read(db => db.Database.ExecuteSql($"UPDATE DecisionEvidence SET Json = replace(Json, 'xylograph', 'zeugma')"));
        Assert.False((await world.Do(World.Lead, new EvidenceOf(decision.Id))).IsGenuine);
    }

    [Fact]
    public async Task Restricted_evidence_is_for_specialists_and_ones_own_for_nobody()
    {
        var restricted = await world.Decide(await world.Post(), "child-safety", by: "wren");
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new EvidenceOf(restricted.Id)));
        Assert.NotNull((await world.Do(World.ChildSafety, new EvidenceOf(restricted.Id))).Json);

        var own = await world.Decide(await world.Post("own", new AccountId("robin-at-home")));
        var robin = await Hire("robin", [Role.Moderator], new AccountId("robin-at-home"));
        Assert.Equal(EnforcementErrors.OwnDecision, await world.Refuse(robin, new EvidenceOf(own.Id)));
    }
}
