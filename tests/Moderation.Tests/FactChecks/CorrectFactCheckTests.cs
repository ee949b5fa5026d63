using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>Tests with what says the same as what was checked.</summary>
public abstract class OnCopies : OnAFactCheck
{
    protected const string Altered = "The harbour bridge was closed for three years, because the mayor sold its bolts to a scrap dealer!!";

    /// <summary>A word too many to be the same.</summary>
    protected const string Near = "The harbour bridge was closed for three long years because the mayor sold its bolts to a scrap dealer.";
}

/// <summary>A rating goes with what says the same, and only as long as it stands.</summary>
public sealed class CorrectFactCheckTests : OnCopies
{
    [Fact]
    public async Task Copies_that_are_there_and_copies_that_come_bear_it_and_name_the_original()
    {
        await Ready();
        var before = await world.Post("before", new("somebody"), Altered);
        var post = await world.Post(text: Claim);
        var other = await world.Post("other", new("somebody"), "The ferry sails twice an hour in summer, and once an hour from October on.");
        Assert.Equal([before], (await Rate(Rating.False, post)).Matched);
        var after = await world.Post("after", new("third"), Claim.ToUpperInvariant());

        foreach (var copy in new[] { before, after })
        {
            Assert.Equal(0.2, (await On(copy, Surface.Feed)).Weight);
            var decision = world.Read(db => db.Decisions.Single(x => x.SubjectId == copy.Value));
            Assert.Equal((Automation.Full, "copy"), (decision.Automation, decision.Rule));
            Assert.Equal(post.Value, world.Read(db => db.Decisions.Single(x => x.Id == db.Set<Citation>().Single(y => y.DecisionId == decision.Id).CitedId)).SubjectId);
        }

        Assert.True((await On(other, Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task A_withdrawal_brings_back_exactly_what_was_told_before()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), Altered);
        await world.Decide(copy, "spam", outcomes: [new(OutcomeKind.Demoted, Weight: 0.7)]);
        var (ofPost, ofCopy) = (await Told(post), await Told(copy));
        var check = await Rate(Rating.False, post);
        Assert.Equal([copy], check.Matched);
        Assert.NotEqual(ofCopy, await Told(copy));

        var corrected = await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, null, "The bolts were found missing.", "Harbour Checks"));
        Assert.Equal((FactCheckState.Withdrawn, 2), (corrected.State, corrected.Lifted.Count));
        Assert.Equal((ofPost, ofCopy), (await Told(post), await Told(copy)));
        Assert.True((await On(await world.Post("later", new("fourth"), Claim), Surface.Feed)).IsPlainAllow);
        // Nobody looked at the posts and found nothing: another check may rate them.
        await world.Do(Checker, new FileFactCheck(Review("Altered", "The photograph of the bridge."), [post]));
        Assert.Equal(["fact-check.altered"], (await On(copy, Surface.Feed)).Labels);
    }

    [Fact]
    public async Task Another_rating_takes_the_place_of_the_first()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), Altered);
        await Rate(Rating.False, post);
        // Sent again with another word: its checker changed it.
        await Rate(Rating.PartlyFalse, post);

        foreach (var item in new[] { post, copy })
            Assert.Equal((0.5, "fact-check.partlyFalse"), ((await On(item, Surface.Feed)).Weight, Assert.Single((await On(item, Surface.Feed)).Labels)));
    }

    [Fact]
    public async Task Many_copies_are_reached_by_a_run_that_may_stop_anywhere()
    {
        const int many = 130;
        await Ready();
        var post = await world.Post(text: Claim);
        for (var i = 0; i < many; i++)
            await world.Post($"copy-{i}", new($"member-{i % 40}"), $"{Claim} {(char)('a' + (i % 26))}");
        var before = await Told(new("copy-77"));
        var check = await Rate(Rating.False, post);
        await Finish(check.Run);

        Assert.Equal(many + 1, world.Read(db => db.Decisions.Count(x => x.OverturnedAt == null)));
        Assert.All(await world.Verdicts(Surface.Explore, [.. Enumerable.Range(0, many).Select(x => new ContentId($"copy-{x}"))]), x => Assert.Equal(VerdictAction.Drop, x.Action));

        await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, null, "We were wrong.", "Harbour Checks"));
        await Finish(world.Read(db => db.Set<Run>().Where(x => x.State == RunState.Running).Select(x => (RunId?)x.Id).SingleOrDefault()));
        Assert.Equal(0, world.Read(db => db.Decisions.Count(x => x.OverturnedAt == null)));
        Assert.Equal(before, await Told(new("copy-77")));
    }

    private async Task Finish(RunId? run)
    {
        Assert.NotNull(run);
        await world.Work(run.Value);
    }
}
