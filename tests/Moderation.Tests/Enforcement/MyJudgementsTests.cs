using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Enforcement;

public sealed class MyJudgementsTests : JudgementWorld
{
    [Fact]
    public async Task The_latest_comes_first_with_what_it_will_bring_and_nobody_sees_anothers()
    {
        var first = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, first);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var second = await world.Claimed(World.Moderator, "post-2");
        await Submit(World.Moderator, second, finding: Finding.DoesNotViolate);

        var mine = await world.Do(World.Moderator, new MyJudgements());
        Assert.Equal([second.CaseId, first.CaseId], mine.Pending.Select(x => x.Case));
        Assert.Empty(mine.Pending[0].Outcomes);
        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Strike], mine.Pending[1].Outcomes);
        Assert.Equal(("author", Now + Grace), (mine.Pending[0].Handle, mine.Pending[0].DueAt));
        Assert.Empty((await world.Do(World.OtherModerator, new MyJudgements())).Pending);
    }
}

public sealed class DismissLapseTests : JudgementWorld
{
    [Fact]
    public async Task It_is_told_until_who_judged_has_seen_it()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator));
        await world.Decide(Post, by: "plover");
        await Pass(Grace);
        var lapse = await Lapsed(World.Moderator);

        await world.Do(World.OtherModerator, new DismissLapse(lapse.Id));
        await Lapsed(World.Moderator);
        await world.Do(World.Moderator, new DismissLapse(lapse.Id));
        Assert.Empty((await world.Do(World.Moderator, new MyJudgements())).Lapsed);
    }
}

public sealed class DueJudgementsTests : JudgementWorld
{
    [Fact]
    public async Task Those_due_the_longest_come_first_and_those_that_failed_do_not_keep_them_waiting()
    {
        var first = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, first);
        Assert.Empty((await world.Do(World.Product, new DueJudgements())).Cases);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var second = await world.Claimed(World.Moderator, "post-2");
        await Submit(World.Moderator, second);

        world.Clock.Pass(Grace);
        Assert.Equal([first.CaseId, second.CaseId], (await world.Do(World.Product, new DueJudgements())).Cases);
        Assert.Equal([second.CaseId], (await world.Do(World.Product, new DueJudgements([first.CaseId]))).Cases);
    }
}
