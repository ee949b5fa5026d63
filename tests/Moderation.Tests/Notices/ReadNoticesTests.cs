using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;

namespace Moderation.Tests.Notices;

public sealed class ReadNoticesTests : InAWorld
{
    [Fact]
    public async Task What_was_read_keeps_the_time_it_was_read_first()
    {
        await world.Decide(await world.Post("one"), "rec-clickbait", Finding.NotRecommendable);
        await world.Decide(await world.Post("two"), "rec-clickbait", Finding.NotRecommendable);
        await world.Do(World.Member, new ReadNotices(World.Author, 1));
        var first = Now;
        world.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal([first, null], await Read());

        await world.Do(World.Member, new ReadNotices(World.Author, 99));
        Assert.Equal([first, Now], await Read());
    }

    [Fact]
    public async Task Nobody_reads_for_another()
    {
        await world.Decide(await world.Post());
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(new Actor.Member(new("other")), new ReadNotices(World.Author, 1)));
    }

    private async Task<DateTimeOffset?[]> Read() => [.. (await world.Do(World.Member, new NoticesOf(World.Author))).Notices.Select(x => x.ReadAt)];
}
