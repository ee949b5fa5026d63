using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class GuidelineHistoryTests : Rulemaking
{
    [Fact]
    public async Task It_tells_each_version_in_which_something_changed()
    {
        await Published(x => x.Windows["claimMinutes"] = 20);
        await Published(x => x.Guideline("spam")["strikeWeight"] = 2);
        var scheduled = await Published(x => x.Guideline("spam")["severity"] = "high", world.Clock.GetUtcNow().AddDays(1));

        var history = await world.Do(World.Moderator, new GuidelineHistory("spam"));
        Assert.Equal([(4, true, 2, Severity.High), (3, false, 2, Severity.Low), (1, false, 1, Severity.Low)],
            history.Versions.Select(x => (x.Number, x.IsScheduled, x.Rule!.StrikeWeight, x.Rule.Severity)));
        Assert.Equal(("Spam", scheduled.InForceFrom), (history.Title, history.Versions[0].InForceFrom));
    }

    [Fact]
    public async Task It_counts_decisions_by_month_with_those_overturned_since()
    {
        var early = await world.Decide(await world.Post("early"), "spam");
        world.Clock.Pass(TimeSpan.FromDays(31));
        await world.Decide(await world.Post("clause"), "spam.repetitive");
        await world.Decide(await world.Post("other"), "fraud");
        await world.Do(Actor.Product, new OverturnDecision(early.Id, "A mistake.", "the test"));

        var usage = (await world.Do(World.PolicyManager, new GuidelineHistory("spam"))).Usage;
        Assert.Equal((24, new DateOnly(2024, 3, 1)), (usage.Count, usage[0].First));
        Assert.Equal([new(new(2026, 1, 1), 1, 1), new GuidelineHistory.Month(new(2026, 2, 1), 1, 0)], usage.TakeLast(2));
    }

    [Fact]
    public async Task A_restricted_guideline_is_unknown_to_all_but_specialists()
    {
        Assert.Equal(DraftErrors.UnknownGuideline, await world.Refuse(World.PolicyManager, new GuidelineHistory("child-safety")));
        Assert.Equal(DraftErrors.UnknownGuideline, await world.Refuse(World.Lead, new GuidelineHistory("never-was")));
        Assert.Equal("child-safety", (await world.Do(World.ChildSafety, new GuidelineHistory("child-safety"))).Code);
        Assert.Equal(1, world.Read(db => db.Set<AuditEntry>().Count(x => x.Act == nameof(GuidelineHistory) && !x.Refused)));
    }

    [Fact]
    public async Task What_once_was_restricted_stays_so()
    {
        await Published(x => x.Guideline("child-safety")["restricted"] = false);
        Assert.Equal(DraftErrors.UnknownGuideline, await world.Refuse(World.Lead, new GuidelineHistory("child-safety")));
    }
}
