using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Guidelines;

public sealed class AgreeToRulebookTests : Rulemaking
{
    [Fact]
    public async Task Two_people_make_the_next_version()
    {
        var id = await Proposed(x => x["name"] = "Second");
        world.Clock.Pass(TimeSpan.FromHours(1));
        var version = await world.Do(World.OtherPolicyManager, new AgreeToRulebook(id));

        Assert.Equal((2, world.Clock.GetUtcNow()), (version.Version, version.InForceFrom));
        Assert.Equal((2, "Second"), await world.Do(World.Moderator, new RulebookView()) is var book ? (book.Version, book.Name) : default);
        var stored = world.Read(db => db.RulebookVersions.Single(x => x.Number == 2));
        Assert.Equal((id, World.PolicyManager.Id, World.OtherPolicyManager.Id, "Because."), (stored.MadeFrom, stored.ProposedBy, stored.AgreedBy, stored.Note));
        Assert.Equal((DraftState.Published, 2), await Open(id) is var draft ? (draft.State, draft.PublishedAs) : default);
        Assert.Equal(DraftErrors.NotProposed, await world.Refuse(World.OtherPolicyManager, new AgreeToRulebook(id)));
    }

    [Fact]
    public async Task Neither_who_proposed_nor_who_wrote_last_is_the_second_person()
    {
        Assert.Equal(DraftErrors.SamePerson, await world.Refuse(World.PolicyManager, new AgreeToRulebook(await Proposed())));

        var theirs = await world.Do(World.OtherPolicyManager, new StartDraft(null, "Theirs"));
        await world.Do(World.PolicyManager, new ProposeRulebook(theirs, null, "Because."));
        Assert.Equal(DraftErrors.SamePerson, await world.Refuse(World.OtherPolicyManager, new AgreeToRulebook(theirs)));
        Assert.Empty((await Open(theirs)).Proposal!.WhoMayAgree);
    }

    [Fact]
    public async Task It_counts_from_its_instant_and_not_a_tick_before()
    {
        var from = world.Clock.GetUtcNow().AddDays(1);
        await Published(from: from);
        world.Clock.Pass(from - world.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
        Assert.Equal(1, (await world.Decide(await world.Post("before"))).RulebookVersion);

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(2, (await world.Decide(await world.Post("after"))).RulebookVersion);
    }

    [Fact]
    public async Task Agreed_to_late_it_counts_from_then()
    {
        var id = await Proposed(from: world.Clock.GetUtcNow().AddHours(1));
        world.Clock.Pass(TimeSpan.FromHours(5));

        Assert.Equal(world.Clock.GetUtcNow(), (await world.Do(World.OtherPolicyManager, new AgreeToRulebook(id))).InForceFrom);
    }

    [Fact]
    public async Task No_two_versions_come_into_force_at_the_same_instant()
    {
        var from = world.Clock.GetUtcNow().AddDays(1);
        var (first, second) = (await Proposed(from: from), await Proposed(from: from));
        await world.Do(World.OtherPolicyManager, new AgreeToRulebook(first));

        Assert.Equal(DraftErrors.SameInstant, await world.Refuse(World.OtherPolicyManager, new AgreeToRulebook(second)));
    }

    [Fact]
    public async Task Of_many_who_agree_at_once_one_makes_the_version()
    {
        var id = await Proposed();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Run(World.OtherPolicyManager, new AgreeToRulebook(id))));

        Assert.Single(answers, x => !x.IsRefused);
        Assert.Equal(2, world.Read(db => db.RulebookVersions.Count()));
    }

    [Fact]
    public async Task A_file_that_was_right_when_proposed_is_checked_again()
    {
        var id = await Proposed();
        world.Read(db => db.RulebookDrafts.ExecuteUpdate(x => x.SetProperty(d => d.Json, Changed(f => f["combinedWeightFloor"] = 3))));

        Assert.Equal("draft.mistaken", (await world.Refuse(World.OtherPolicyManager, new AgreeToRulebook(id))).Code);
        Assert.Equal(1, await InForce());
    }

    [Fact]
    public async Task What_a_guideline_brings_changes_by_data_alone()
    {
        var before = await world.Decide(await world.Post("before"), "spam");
        await Published(x => x.Guideline("spam")["outcomes"] = new JsonArray(
            JsonNode.Parse("""{ "kind": "demoted", "on": "content", "weight": 0.4 }""")));
        var after = await world.Decide(await world.Post("after"), "spam");

        Assert.Equal((OutcomeKind.Demoted, 0.4), Assert.Single(after.Outcomes) is var outcome ? (outcome.Kind, outcome.Weight) : default);
        Assert.Equal(0.4, (await world.Verdict(Surface.Stories, new("after"))).Weight);

        // What is in force stays as it was decided.
        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Strike], before.Outcomes.Select(x => x.Kind));
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("before"))).Action);
        Assert.Equal(1, (await world.Do(World.Lead, new DecisionFile(before.Id))).RulebookVersion);
    }

    [Fact]
    public async Task An_old_decision_keeps_answering_with_the_text_it_was_made_on()
    {
        var text = ShippedRulebook.Read().Find("spam")!.Text;
        var before = await world.Decide(await world.Post("before"), "spam");
        await Published(x => x.Guideline("spam")["text"] = "Nothing that nobody asked for.");
        var after = await world.Decide(await world.Post("after"), "spam");

        Assert.Equal(text, await TextOf(before.Id));
        Assert.Equal("Nothing that nobody asked for.", await TextOf(after.Id));
    }

    [Fact]
    public async Task A_step_of_the_ladder_changes_by_data_alone()
    {
        await world.Decide(await world.Post("one"), "spam");
        await Published(x => x.Ladder("meta-2023").Step(2)["outcomes"] = new JsonArray(
            JsonNode.Parse("""{ "kind": "suspended", "on": "author", "days": 1 }""")));
        var second = await world.Decide(await world.Post("two"), "spam");

        var step = Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
        var outcome = Assert.Single(step.Outcomes);
        Assert.Equal((OutcomeKind.Suspended, second.MadeAt.AddDays(1), 2), (outcome.Kind, outcome.Until, step.RulebookVersion));
    }

    private async Task<string> TextOf(DecisionId decision) => (await world.Do(World.Lead, new DecisionFile(decision))).RuleText;
}
