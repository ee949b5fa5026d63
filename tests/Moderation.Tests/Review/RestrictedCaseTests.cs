using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Review;

/// <summary>A child-safety case is unknown to every other role, by every command and query.</summary>
public sealed class RestrictedCaseTests : InAWorld
{
    [Fact]
    public async Task To_others_it_is_as_if_it_were_not_there()
    {
        var hidden = await RestrictedCase();
        var none = new CaseId(Guid.NewGuid());
        foreach (var other in new[] { World.Moderator, World.Lead })
        {
            var me = other.Id;
            foreach (var id in new[] { hidden, none })
            {
                Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(other, new CaseFile(id)));
                Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(other, new ClaimCase(me, id)));
                Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(other, new PreviewDecision(id, "fraud", Finding.Violates, null)));
                Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(other, new DecideCase(me, id, 1, 1, "fraud", Finding.Violates, null, "As seen.")));
                Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(other, new RenewClaim(me, id, 1)));
                Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(other, new ReleaseClaim(me, id, 1)));
                Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(other, new EscalateCase(me, id, 1, "What is it?")));
            }
        }
    }

    [Fact]
    public async Task A_case_that_becomes_restricted_leaves_who_held_it()
    {
        var claim = await world.Claimed(World.Moderator);
        await Report(new("post-1"), "child-safety", "another");

        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new RenewClaim(World.Moderator.Id, claim.CaseId, claim.ClaimNumber)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new CaseFile(claim.CaseId)));
        Assert.Equal(claim.CaseId, (await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id))).CaseId);
    }

    [Fact]
    public async Task Its_opening_is_written_down()
    {
        var hidden = await RestrictedCase();
        await world.Do(World.ChildSafety, new CaseFile(hidden));

        var entry = Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(CaseFile)).ToList()));
        Assert.Equal(("staff:wren", false), (entry.Actor, entry.Refused));
    }

    [Fact]
    public async Task An_ordinary_case_opens_without_a_word()
    {
        await world.Do(World.Moderator, new CaseFile(await Report(await world.Post())));
        Assert.Empty(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(CaseFile)).ToList()));
    }
}
