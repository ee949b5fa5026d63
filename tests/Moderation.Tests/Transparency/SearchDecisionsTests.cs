using Moderation.Enforcement;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class SearchDecisionsTests : InAWorld
{
    [Fact]
    public async Task A_decision_is_found_by_its_short_name_its_subject_and_whom_it_is_against()
    {
        WithoutAccountRules();
        var made = await world.Decide(await world.Post("bad", new("Nova")));
        await world.Decide(await world.Post("worse", new("mila")), "spam");

        foreach (var text in new[] { made.Id.Code, made.Id.Code[2..], "bad", "@nova", "Nova" })
            Assert.Equal(made.Id, Assert.Single((await world.Do(World.Moderator, new SearchDecisions(text))).Rows).Id);
        Assert.Empty((await world.Do(World.Moderator, new SearchDecisions("D-000000"))).Rows);
    }

    [Fact]
    public async Task They_are_told_apart_by_rule_finding_outcome_and_who_decided()
    {
        WithoutAccountRules();
        var fraud = await world.Decide(await world.Post("one"));
        var fine = await world.Decide(await world.Post("two"), "spam", Finding.DoesNotViolate, []);
        await world.TryAutomate(await world.Post("three"));

        Assert.Equal([fine.Id], await Found(new(Guideline: "spam")));
        Assert.Equal([fine.Id], await Found(new(Finding: Finding.DoesNotViolate)));
        Assert.Equal(2, (await Found(new(Outcome: OutcomeKind.Removed))).Length);
        // And the step of the ladder that followed from it.
        Assert.Equal(2, (await Found(new(Automated: true))).Length);
        Assert.Equal(new[] { fraud.Id, fine.Id }.Order(Comparer<DecisionId>.Create((x, y) => y.Value.CompareTo(x.Value))), await Found(new(ByMe: true)));
        Assert.Empty(await Found(new(Until: Now.AddDays(-1))));
    }

    [Fact]
    public async Task What_is_restricted_is_for_others_not_there()
    {
        var made = await world.Decide(await world.Post("locked"), "child-safety");

        Assert.Empty((await world.Do(World.Lead, new SearchDecisions(made.Id.Code))).Rows);
        Assert.Empty((await world.Do(World.Moderator, new SearchDecisions("locked"))).Rows);
        Assert.Single((await world.Do(World.ChildSafety, new SearchDecisions(made.Id.Code))).Rows);
    }

    private async Task<DecisionId[]> Found(SearchDecisions asked) => [.. (await world.Do(World.Moderator, asked)).Rows.Select(x => x.Id)];
}
