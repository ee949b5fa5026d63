using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class HoldEvidenceTests : InAWorld
{
    [Fact]
    public async Task While_held_nothing_is_forgotten_or_erased_and_then_it_goes()
    {
        var post = await world.Post(text: "A xylograph.");
        var decision = await world.Decide(post);
        var hold = await world.Do(World.Lead, new HoldEvidence(SubjectRef.Of(post), null, "A court asked."));
        await world.Do(World.Platform, new DeleteContent(post, Now, DeletedBy.Author, Erase: true));
        world.Clock.Pass(TimeSpan.FromDays(400));

        // What followed for the account quotes nothing of the post.
        Assert.Equal((1, 0), await Forget());
        Assert.Contains("xylograph", (await world.Do(World.Lead, new EvidenceOf(decision.Id))).Json, StringComparison.Ordinal);
        Assert.Equal("A xylograph.", world.Read(db => db.Revisions.Single().Text));

        await world.Do(World.Lead, new ReleaseHold(hold.Id, "The court is done."));
        world.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal((1, 1), await Forget());
        Assert.Null(world.Read(db => db.Revisions.Single().Text));
    }

    [Fact]
    public async Task A_hold_on_an_account_covers_what_it_made_and_all_its_decisions()
    {
        var post = await world.Post(text: "A xylograph.");
        await world.Decide(post);
        var hold = await world.Do(World.Admin, new HoldEvidence(SubjectRef.Of(World.Author), null, "A court asked."));
        await world.Do(World.Platform, new DeleteAccount(World.Author, Now, DeletedBy.Author, Erase: true));
        world.Clock.Pass(TimeSpan.FromDays(400));

        Assert.Equal((0, 0), await Forget());
        Assert.Equal(("A xylograph.", "author"), world.Read(db => (db.Revisions.Single().Text, db.Accounts.Single(x => x.Id == World.Author).Handle)));

        await world.Do(World.Admin, new ReleaseHold(hold.Id, "Done."));
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Forget();
        Assert.Equal((null, ""), world.Read(db => (db.Revisions.Single().Text, db.Accounts.Single(x => x.Id == World.Author).Handle)));
    }

    [Fact]
    public async Task Specialists_hold_what_is_restricted_and_nobody_else()
    {
        var restricted = await world.Decide(await world.Post(), "child-safety", by: "wren");
        var spam = await world.Decide(await world.Post("spam"), "spam");

        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new HoldEvidence(null, restricted.Id, "Why.")));
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Admin, new HoldEvidence(restricted.Subject, null, "Why.")));
        Assert.Equal(EnforcementErrors.HoldForSpecialists, await world.Refuse(World.ChildSafety, new HoldEvidence(null, spam.Id, "Why.")));
        Assert.True((await world.Do(World.ChildSafety, new HoldEvidence(null, restricted.Id, "Why."))).Id != default);
        Assert.True((await world.Do(World.ChildSafety, new EvidenceOf(restricted.Id))).IsHeld);
    }

    [Fact]
    public async Task It_names_one_known_thing_and_says_why()
    {
        Assert.Equal(["subject"], FieldsOf(await world.Refuse(World.Lead, new HoldEvidence(null, null, "Why."))));
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, new HoldEvidence(SubjectRef.Of(World.Author), null, ""))));
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, new HoldEvidence(new(SubjectKind.Content, "none"), null, "Why.")));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new HoldEvidence(null, new(Guid.NewGuid()), "Why.")));
    }

    private async Task<(int, int)> Forget()
    {
        var done = await world.Do(World.Product, new ForgetEvidence());
        return (done.Forgotten, done.Erased);
    }
}
