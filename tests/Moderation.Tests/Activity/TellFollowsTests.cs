using Moderation.Activity;
using Moderation.Pipeline;

namespace Moderation.Tests.Activity;

public sealed class TellFollowsTests : InAWorld
{
    private FollowTold Follow => new(new("viewer"), new("author"), Now.AddDays(-1), Device: "phone");

    [Fact]
    public async Task An_unfollow_that_comes_before_its_follow_holds()
    {
        Assert.Equal(new(1, 0), await Tell(Follow with { Undone = true, At = Now }));
        Assert.Equal(new(0, 1), await Tell(Follow));
        Assert.Empty(world.Read(db => db.Follows.InForce.ToList()));

        Assert.Equal(new(1, 0), await Tell(Follow with { At = Now.AddTicks(TimeSpan.TicksPerMillisecond) }));
        Assert.Single(world.Read(db => db.Follows.InForce.ToList()));
    }

    [Fact]
    public async Task At_one_instant_undoing_wins()
    {
        await Tell(Follow with { Undone = true });
        await Tell(Follow);
        Assert.Empty(world.Read(db => db.Follows.InForce.ToList()));
    }

    [Fact]
    public async Task Following_back_is_a_follow_of_its_own()
    {
        await Tell(Follow, Follow with { From = Follow.To, To = Follow.From });
        Assert.Equal(2, world.Read(db => db.Follows.InForce.Count()));
    }

    [Fact]
    public async Task However_old_it_is_it_holds_but_its_device_is_not_kept()
    {
        await Tell(Follow with { At = Now.AddYears(-3) });
        Assert.Equal(0, Assert.Single(world.Read(db => db.Follows.InForce.ToList())).Device);
    }

    [Fact]
    public async Task Nobody_follows_themselves() =>
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellFollows([Follow with { To = Follow.From }]))));

    [Fact]
    public async Task Two_facts_whose_numbers_meet_by_chance_are_both_kept()
    {
        await Tell(Follow);
        using var scope = world.Open();
        var db = (Moderation.Storage.ModerationDb)scope.ServiceProvider.GetService(typeof(Moderation.Storage.ModerationDb))!;
        var stored = db.Follows.Single();
        var other = Moderation.Activity.Follow.Of(Follow, 7, 8, 0);
        typeof(Follow).GetProperty(nameof(other.Key))!.SetValue(other, stored.Key);

        Assert.True(Assert.Single(await new LatestFacts(db).Merge([other], default)));
        await db.SaveChangesAsync();
        var again = Moderation.Activity.Follow.Of(Follow, 7, 8, 0);
        typeof(Follow).GetProperty(nameof(other.Key))!.SetValue(again, stored.Key);
        Assert.False(Assert.Single(await new LatestFacts(db).Merge([again], default)));
        Assert.Equal(2, db.Follows.Count());
    }

    private Task<ActivityTaken> Tell(params FollowTold[] told) => world.Do(World.Platform, new TellFollows(told));
}
