using Moderation.FactChecks;

namespace Moderation.Tests.FactChecks;

/// <summary>Who waited in vain is told once, and where to turn.</summary>
public sealed class TellOverdueDisputesTests : OnADispute
{
    [Fact]
    public async Task The_author_hears_once_that_they_may_appeal_now()
    {
        await Dispute(await Rated());
        world.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(0, await world.Do(World.Product, new TellOverdueDisputes()));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await world.Do(World.Product, new TellOverdueDisputes()));
        Assert.Equal(0, await world.Do(World.Product, new TellOverdueDisputes()));

        Assert.Equal("The fact-checkers did not answer in time", Titles()[^1]);
        Assert.Contains("you can appeal to us until", LastNotice(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_in_time_needs_no_such_word()
    {
        await world.Do(Checker, Says(await Dispute(await Rated()), DisputeAnswer.Upheld));
        world.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await world.Do(World.Product, new TellOverdueDisputes()));
    }
}
