using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;

namespace Moderation.Tests.Notices;

public sealed class EventFeedTests : InAWorld
{
    [Fact]
    public async Task It_tells_everything_in_order_and_counts_by_subject()
    {
        var decision = await world.Decide(await world.Post());
        await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);

        var events = (await world.Do(World.Platform, new EventFeed())).Events;
        Assert.Equal(events.Select(x => x.Position).Order(), events.Select(x => x.Position));
        Assert.All(events.GroupBy(x => x.Subject), x => Assert.Equal(Enumerable.Range(1, x.Count()).Select(n => (long)n), x.Select(e => e.Sequence)));
        Assert.Equal(
            ["decision.made", "appeal.filed", "decision.overturned", "appeal.ruled"],
            events.Where(x => x.Subject == SubjectRef.Of(new ContentId("post-1"))).Select(x => x.Type));
        Assert.Equal(3, events.Count(x => x.Type is "notice.created"));
        Assert.Equal(decision.Id.Value, events[0].Data.GetProperty("decisionId").GetGuid());
    }

    [Fact]
    public async Task Whoever_follows_page_by_page_misses_nothing_and_sees_nothing_twice()
    {
        await Strikes(3);
        var all = (await world.Do(World.Platform, new EventFeed())).Events.Select(x => x.Id).ToArray();
        var (seen, after) = (new List<Guid>(), 0L);
        while (await world.Do(World.Platform, new EventFeed(after, 2)) is { Next: { } next } page)
        {
            seen.AddRange(page.Events.Select(x => x.Id));
            after = next;
        }

        Assert.Equal(all, seen);
        await world.Decide(await world.Post("more"));
        Assert.NotEmpty((await world.Do(World.Platform, new EventFeed(after))).Events);
    }

    [Fact]
    public async Task A_refused_command_is_not_news()
    {
        await world.Decide(await world.Post());
        var before = (await world.Do(World.Platform, new EventFeed())).Events.Count;
        await world.Refuse(World.Lead, new OverturnDecision(new(Guid.NewGuid()), "A mistake.", "lead"));
        Assert.Equal(before, (await world.Do(World.Platform, new EventFeed())).Events.Count);
    }
}
