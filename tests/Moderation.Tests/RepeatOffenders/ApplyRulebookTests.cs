using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Storage;
using Moderation.Tests.Transparency;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

public sealed class ApplyRulebookTests : InARehearsal
{
    [Fact]
    public async Task A_new_rulebook_alone_leaves_what_is_in_force_as_it_is()
    {
        var post = await world.Post();
        await world.Decide(post, "spam");
        world.GoLive(MilderOnSpam);

        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Stories, post)).Action);
        var later = await world.Post("later");
        await world.Decide(later, "spam");
        Assert.Equal(0.4, (await world.Verdict(Surface.Stories, later)).Weight);
    }

    [Fact]
    public async Task Applied_it_ends_outcomes_from_now_on_and_puts_others_in_their_place()
    {
        var post = await world.Post();
        var decision = await world.Decide(post, "spam");
        world.Clock.Pass(TimeSpan.FromDays(10));
        var version = world.GoLive(MilderOnSpam);

        await Apply(version);

        Assert.Equal((VerdictAction.Allow, 0.4), await world.Verdict(Surface.Stories, post) is var verdict ? (verdict.Action, verdict.Weight) : default);
        var outcomes = world.Read(db => db.Outcomes.Where(x => x.DecisionId == decision.Id).ToList());
        Assert.All(outcomes.Where(x => x.ByRulebook is null), x => Assert.Equal((Now, null), (x.EndedAt!.Value, x.RetractedAt)));
        Assert.Equal((version, Now), Assert.Single(outcomes, x => x.ByRulebook is not null) is var added ? (added.ByRulebook!.Value, added.From) : default);
    }

    [Fact]
    public async Task People_are_told_once_what_holds_now()
    {
        foreach (var id in new[] { "one", "two", "three" })
            await world.Decide(await world.Post(id), "spam");
        var before = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices.Count;
        world.Clock.Pass(TimeSpan.FromDays(10));

        await Apply(world.GoLive(MilderOnSpam));

        var notices = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices;
        Assert.Equal(before + 1, notices.Count);
        Assert.Contains("Our rules changed", notices.Select(x => x.Title));
        Assert.Contains(notices, x => x.Body.Contains("This is what holds now", StringComparison.Ordinal));
        var decision = world.Read(db => db.Decisions.First(x => x.CauseId == null).Id);
        var did = (await world.Do(World.Member, new DecisionFile(decision))).StatementOfReasons.Rows.Single(x => x.Code == "did").Text;
        Assert.Matches("removed.*newer rules apply", did);
    }

    [Fact]
    public async Task Overturned_later_neither_ever_was()
    {
        var post = await world.Post();
        var decision = await world.Decide(post, "spam");
        world.Clock.Pass(TimeSpan.FromDays(10));
        await Apply(world.GoLive(MilderOnSpam));

        await world.Do(World.Lead, new OverturnDecision(decision.Id, "It was wrong.", "lead"));

        Assert.True((await world.Verdict(Surface.Stories, post)).IsPlainAllow);
        Assert.DoesNotContain(world.Read(db => db.Outcomes.ToList()), x => x.IsInForce(Now));
    }

    [Fact]
    public async Task It_waits_for_a_second_person()
    {
        await world.Decide(await world.Post(), "spam");
        var run = await world.Do(World.PolicyManager, new ApplyRulebook(world.GoLive(MilderOnSpam), Ever, Now, "Spam is shown lower now."));

        await world.Work(run);

        Assert.Empty(world.Read(db => db.Outcomes.Where(x => x.EndedAt != null).ToList()));
        Assert.Equal(RunState.Proposed, world.Read(db => db.Runs.Single()).State);
    }

    [Fact]
    public async Task Only_the_rulebook_in_force_can_be_applied()
    {
        world.GoLive(MilderOnSpam);
        Assert.Equal(RepeatOffenderErrors.NotInForce, await world.Refuse(World.PolicyManager, new ApplyRulebook(1, Ever, Now, "Back.")));
    }

    private async Task Apply(int version)
    {
        var run = await world.Do(World.PolicyManager, new ApplyRulebook(version, Ever, Now.AddTicks(1), "Spam is shown lower now."));
        await world.Do(World.OtherPolicyManager, new AgreeToRun(run));
        await world.Work(run);
    }
}
