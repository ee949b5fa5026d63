using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class BeHereTests : InAQueue
{
    [Fact]
    public async Task Who_says_nothing_for_thirty_seconds_is_not_here()
    {
        var page = new PageId(Guid.NewGuid());
        await world.Do(World.Moderator, new BeHere(page));
        world.Clock.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(1, await Count());
        await world.Do(World.Moderator, new BeHere(page));
        world.Clock.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(1, await Count());
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task Two_pages_of_one_person_are_one_person()
    {
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid())));
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid())));
        await world.Do(World.Lead, new BeHere(new(Guid.NewGuid())));
        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task Nobody_is_seen_at_a_case_they_may_not_see()
    {
        var sealed_ = await RestrictedCase();
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new BeHere(new(Guid.NewGuid()), sealed_)));
        await world.Do(World.ChildSafety, new BeHere(new(Guid.NewGuid()), sealed_));
    }

    [Fact]
    public async Task A_page_of_somebody_else_stays_theirs()
    {
        var page = new PageId(Guid.NewGuid());
        await world.Do(World.OtherModerator, new BeHere(page));
        Assert.Equal(PipelineErrors.ChangedMeanwhile, await world.Refuse(World.Moderator, new BeHere(page)));
        Assert.Equal(1, await Count());
    }

    private async Task<int> Count() => (await world.Do(World.Moderator, new WhoIsHere())).Count;
}

public sealed class WhoIsHereTests : InAQueue
{
    [Fact]
    public async Task Others_on_a_case_are_told_by_pseudonym()
    {
        var claim = await world.Claimed(World.Moderator);
        var robin = await Hire("robin", [Role.Moderator]);
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid()), claim.CaseId));
        await world.Do(robin, new BeHere(new(Guid.NewGuid()), claim.CaseId));
        await world.Do(World.Lead, new BeHere(new(Guid.NewGuid())));

        Assert.Equal(["robin the quick"], (await world.Do(World.Moderator, new WhoIsHere(claim.CaseId))).Others);
        Assert.Equal(3, (await world.Do(World.Moderator, new WhoIsHere(claim.CaseId))).Count);
        Assert.Empty((await world.Do(World.Moderator, new WhoIsHere())).Others);
    }

    [Fact]
    public async Task Who_may_not_see_a_case_does_not_learn_who_looks_at_it() => Assert.Equal(
        ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new WhoIsHere(await RestrictedCase())));
}

public sealed class LeavePageTests : InAQueue
{
    [Fact]
    public async Task Who_closes_a_page_is_gone_from_it_at_once_and_closes_no_others()
    {
        var page = new PageId(Guid.NewGuid());
        await world.Do(World.Moderator, new BeHere(page));
        await world.Do(World.OtherModerator, new LeavePage(page));
        Assert.Equal(1, (await world.Do(World.Moderator, new WhoIsHere())).Count);

        await world.Do(World.Moderator, new LeavePage(page));
        Assert.Equal(0, (await world.Do(World.Moderator, new WhoIsHere())).Count);
    }
}

public sealed class ForgetPresenceTests : InAQueue
{
    [Fact]
    public async Task What_nobody_closed_is_forgotten()
    {
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid())));
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        await world.Do(World.Lead, new BeHere(new(Guid.NewGuid())));
        Assert.Equal(0, await world.Do(World.Product, new ForgetPresence()));

        world.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await world.Do(World.Product, new ForgetPresence()));
        Assert.Single(world.Read(db => db.Set<Presence>().ToList()));
    }
}
