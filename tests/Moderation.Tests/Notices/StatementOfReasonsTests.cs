using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Notices;

public sealed class StatementOfReasonsTests : InAWorld
{
    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public async Task Whatever_was_decided_there_are_words_for_every_row(string language)
    {
        foreach (var decision in await Decisions(language))
        {
            var rows = (await world.Do(World.Member, new DecisionFile(decision))).StatementOfReasons.Rows;
            Assert.Equal(rows.Any(x => x.Code is "mend") ? 8 : 7, rows.Count);
            Assert.All(rows, x => Assert.False(string.IsNullOrWhiteSpace(x.Label) || string.IsNullOrWhiteSpace(x.Text) || x.Text.Contains('{')));
        }
    }

    private async Task<List<DecisionId>> Decisions(string language)
    {
        var made = new List<DecisionId>();
        await world.Post();
        foreach (var kind in Enum.GetValues<ContentKind>())
            made.Add((await world.Decide(await world.Post($"as-{kind}", kind: kind), "rec-clickbait", Finding.NotRecommendable)).Id);
        await world.Do(World.Platform, new PutAccount(World.Author, "author", Language: language));

        foreach (var kind in Enum.GetValues<OutcomeKind>().Except([OutcomeKind.Quarantined]))
            foreach (var automation in Enum.GetValues<Automation>())
                made.Add((await world.Do(World.Product, Chosen(new(SubjectKind.Content, "post-1"), kind, automation))).Id);
        foreach (var kind in new[] { OutcomeKind.Demoted, OutcomeKind.NotRecommended, OutcomeKind.FeatureBlocked, OutcomeKind.Suspended, OutcomeKind.Disabled, OutcomeKind.Demonetised })
            foreach (var until in new DateTimeOffset?[] { null, Now.AddDays(3) })
                made.Add((await world.Do(World.Product, Chosen(SubjectRef.Of(World.Author), kind, Automation.None, until))).Id);

        made.Add((await world.Do(World.Product, Chosen(new(SubjectKind.Content, "post-1"), OutcomeKind.Removed, Automation.None) with
        {
            Ground = DecisionGround.Law,
            LegalGround = "Criminal code, article 326",
        })).Id);
        made.Add((await world.Decide(new("post-1"), finding: Finding.DoesNotViolate)).Id);
        return made;
    }

    private static EnforceDirectly Chosen(SubjectRef subject, OutcomeKind kind, Automation automation, DateTimeOffset? until = null) => new(
        subject, null, "fraud", Finding.Violates,
        [new(kind, Features: kind is OutcomeKind.FeatureBlocked ? Enum.GetValues<Feature>() : null, Surfaces: [Surface.Feed, Surface.Explore], Territories: ["NL"], Until: until)],
        "As seen.", automation, automation is Automation.Full ? null : new("kestrel"), automation is Automation.Full ? "links" : null);
}
