using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.Enforcement;
using Moderation.Transparency;

namespace Moderation.Tests.Notices;

public sealed class TellDelayedTests : InAWorld
{
    private DateTimeOffset until;

    [Fact]
    public async Task Until_the_day_the_member_knows_nothing_though_it_takes_effect()
    {
        var (content, decision) = await Quiet();
        Assert.Equal("legal.order", Assert.Single((await world.Verdict(Surface.Feed, content)).Grounds).Code);

        var status = await world.Do(World.Member, new AccountStatus(World.Author));
        Assert.Empty(status.Content);
        Assert.Empty(status.Past);
        Assert.Empty((await world.Do(await Program(Scope.Platform), new AccountStatus(World.Author))).Content);
        Assert.Empty((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Member, new DecisionFile(decision)));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Member, new FileAppeal(decision, null, World.Author, "What is this?")));
        Assert.Empty((await world.Do(World.Platform, new EventFeed())).Events);
        // Who works here sees it.
        Assert.Single((await world.Do(World.Lead, new AccountStatus(World.Author))).Content);
        await world.Do(World.Lead, new DecisionFile(decision));
    }

    [Fact]
    public async Task On_the_day_they_are_told_once()
    {
        var (content, decision) = await Quiet();
        world.Clock.Pass(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await world.Do(World.Product, new TellDelayed()));
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, await world.Do(World.Product, new TellDelayed()));
        Assert.Equal(0, await world.Do(World.Product, new TellDelayed()));

        Assert.Equal([decision], Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices).Decisions);
        Assert.Equal(["decision.made", "notice.created"], (await world.Do(World.Platform, new EventFeed())).Events.Select(x => x.Type).Order(StringComparer.Ordinal));
        var file = await world.Do(World.Member, new DecisionFile(decision));
        Assert.Equal(until.AddMonths(6), file.Appeal.Until);
        Assert.Equal(content, new ContentId(Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Content).Id.Value));
    }

    [Fact]
    public async Task What_was_withdrawn_before_is_told_on_the_day_with_its_end()
    {
        var (content, decision) = await Quiet();
        var order = Assert.Single((await world.Do(World.Lead, new Orders())).Rows).Id;
        await world.Do(World.Lead, new WithdrawOrder(order, "Quashed."));
        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
        Assert.Empty((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Past);
        Assert.Empty((await world.Do(World.Platform, new EventFeed())).Events);

        world.Clock.Pass(TimeSpan.FromDays(7));
        await world.Do(World.Product, new TellDelayed());
        var notice = Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Equal([decision], notice.Decisions);
        Assert.Contains("We took our decision on your post back.", notice.Body, StringComparison.Ordinal);
    }

    // Law 1.
    [Fact]
    public async Task Every_decision_has_a_notice_or_a_recorded_delay_with_an_end()
    {
        await Quiet();
        await Strikes(3);
        await world.Do(World.Lead, ObeyOrderTests.Order(SubjectRef.Of(await world.Post("loud"))) with { Reference = "loud" });
        var told = world.Read(db => db.Notices.ToList()).SelectMany(x => x.Decisions).ToHashSet();

        foreach (var decision in world.Read(db => db.Decisions.ToList()).Where(x => x.Outcomes.Count > 0))
            Assert.True(
                told.Contains(decision.Id.Value) && decision is { ToldAt: not null, NoticeDelay: NoticeDelay.None }
                || decision is { ToldAt: null, NoticeDelay: NoticeDelay.ConfidentialOrder } && decision.NoticeAt > Now);
        Assert.Single(world.Read(db => db.Decisions.ToList()), x => x.ToldAt is null);
    }

    private async Task<(ContentId Content, DecisionId Decision)> Quiet()
    {
        var content = await world.Post("quiet");
        until = Now.AddDays(7);
        var order = await world.Do(World.Lead, ObeyOrderTests.Order(SubjectRef.Of(content)) with { Territories = null, ConfidentialUntil = until });
        return (content, order.Decisions[0].Id);
    }
}
