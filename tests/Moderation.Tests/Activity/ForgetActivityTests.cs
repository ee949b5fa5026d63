using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Activity;

public sealed class ForgetActivityTests : InAWorld
{
    private static readonly AccountId Viewer = new("viewer");

    [Fact]
    public async Task What_was_done_too_long_ago_goes_and_what_holds_stays()
    {
        await Tell(Viewer);
        await Later(days: 89);
        Assert.Equal((2, 2, 2), Kept());

        await Later(days: 2);
        Assert.Equal((0, 1, 1), Kept());
        Assert.Equal(0, world.Read(db => db.Follows.Single().Device));
    }

    [Fact]
    public async Task It_goes_a_chunk_at_a_time()
    {
        for (var part = 0; part < 3; part++)
            await world.Do(World.Platform, new TellInteractions(
                [.. Enumerable.Range(0, 900).Select(x => new InteractionTold(Viewer, new($"post-{part}-{x}"), InteractionKind.Like, Now.AddMilliseconds(-x)))]));
        world.Clock.Pass(TimeSpan.FromDays(91));

        Assert.True(await world.Do(World.Product, new ForgetActivity()));
        Assert.InRange(Kept().Interactions, 1, 2700 - ForgetActivity.Chunk);
        Assert.False(await world.Do(World.Product, new ForgetActivity()));
        Assert.Equal(0, Kept().Interactions);
    }

    [Fact]
    public async Task A_legal_hold_keeps_all_until_it_ends()
    {
        await world.Post(by: Viewer);
        await Tell(Viewer);
        await Tell(new("other"));
        var hold = await world.Do(World.Lead, new HoldEvidence(SubjectRef.Of(Viewer), null, "A court asked."));
        await world.Do(World.Platform, new DeleteAccount(Viewer, Now, DeletedBy.Author, Erase: true));
        await Later(days: 91);
        Assert.Equal((2, 3, 3), Kept());

        await world.Do(World.Lead, new ReleaseHold(hold.Id, "It is over."));
        await world.Do(World.Product, new ForgetEvidence());
        Assert.Equal((0, 1, 1), Kept());
    }

    private async Task Tell(AccountId who)
    {
        await world.Do(World.Platform, new TellInteractions([new(who, new("post-1"), InteractionKind.Like, Now), new(who, new("post-1"), InteractionKind.View, Now)]));
        await world.Do(World.Platform, new TellFollows([new(who, new("a"), Now, Device: "phone"), new(who, new("b"), Now, Undone: true)]));
        await world.Do(World.Platform, new TellViewerChoices([new(who, ViewerChoiceKind.Mute, Now, "a"), new(who, ViewerChoiceKind.Mute, Now, "b", Undone: true)]));
    }

    private async Task Later(int days)
    {
        world.Clock.Pass(TimeSpan.FromDays(days));
        Assert.False(await world.Do(World.Product, new ForgetActivity()));
    }

    private (int Interactions, int Follows, int Choices) Kept() => world.Read(db => (db.Interactions.Count(), db.Follows.Count(), db.ViewerChoices.Count()));
}
