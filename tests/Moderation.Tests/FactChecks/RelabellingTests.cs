using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>What is labelled, and what is not, when posts, ratings and decisions changed before.</summary>
public sealed class RelabellingTests : OnManyCopies
{
    private const string Other = "The ferry sails twice an hour in summer, and once an hour from October on.";

    [Fact]
    public async Task What_was_rated_true_has_copies_once_it_is_rated_false()
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Altered);
        var check = await Rate(Rating.True, await world.Post(text: Claim));
        Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, Rating.False, "It was a joke.", "Harbour Checks"));

        Assert.Equal(0.2, (await On(copy, Surface.Feed)).Weight);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task What_an_item_said_once_is_no_reason_to_label_it(int copies)
    {
        await Ready();
        foreach (var copy in Copies[..copies])
            await world.Post(copy.Value, new("somebody"), Altered);
        var edited = await world.Post("edited", new("somebody"), Altered);
        await world.Do(World.Platform, new PutContent(edited, new("somebody"), ContentKind.Post, Now, Text: Other));
        if ((await Rate(Rating.False, await world.Post(text: Claim))).Run is { } run)
            await Work(run);

        Assert.True((await On(edited, Surface.Feed)).IsPlainAllow);
        Assert.Equal(0.2, (await On(Copies[0], Surface.Feed)).Weight);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_lost_its_place_to_a_persons_decision_does_not_come_back_after_the_check_is_gone(bool unmatched)
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Altered);
        var check = await Rate(Rating.False, await world.Post(text: Claim));
        var label = world.Read(db => db.Decisions.Single(x => x.SubjectId == copy.Value)).Id;
        var person = await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(copy), null, "spam", Finding.Violates, null, "It is only advertising.", Automation.None, World.Moderator.Id, Overrides: label));
        if (unmatched)
            await world.Do(Checker, new UnmatchCopy(check.FactCheckId, copy, "No copy."));
        else
            await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, null, "We were wrong.", "Harbour Checks"));
        await world.Do(World.Lead, new OverturnDecision(person.Id, "It was wrong.", "lead"));

        Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task The_same_rating_again_changes_nothing_not_even_since_when()
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Altered);
        var check = await Rate(Rating.False, await world.Post(text: Claim));
        var since = Now;
        world.Clock.Pass(TimeSpan.FromDays(1));
        var corrected = await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, Rating.False, "A better source.", "Harbour Checks"));

        Assert.Empty(corrected.Lifted);
        Assert.Equal(since, (await world.Do(Checker, new FactCheckFile(check.FactCheckId))).RatedAt);
        Assert.Equal([since], From(x => x.SubjectId == copy.Value));
    }
}
