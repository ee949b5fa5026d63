using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.Content;

namespace Moderation.Tests.FactChecks;

/// <summary>A rating over more copies than are labelled at once.</summary>
public sealed class SpreadingTests : OnManyCopies
{
    [Fact]
    public async Task All_bear_it_since_one_instant_however_late_their_turn_comes()
    {
        await ReadyWithCopies();
        var rated = Now;
        var run = (await Rate(Rating.False, await world.Post(text: Claim))).Run!.Value;
        await Work(run, between: TimeSpan.FromMinutes(7));
        var late = await world.Post("late", new("latest"), Altered);

        Assert.Equal([rated], From(x => x.SubjectId != late.Value));
        Assert.Equal([Now], From(x => x.SubjectId == late.Value));
        // By what is known today all bore it then; what was told then stays told.
        Assert.All(await Told(rated, Now), x => Assert.Contains("fact-check.false", x.Labels));
        Assert.All(await Told(rated, rated), x => Assert.True(x.IsPlainAllow));
    }

    [Fact]
    public async Task A_correction_overtakes_the_rating_that_still_spreads()
    {
        await ReadyWithCopies();
        var check = await Rate(Rating.False, await world.Post(text: Claim));
        await Work(check.Run!.Value, chunks: 3);
        var corrected = await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, Rating.PartlyFalse, "Some bolts.", "Harbour Checks"));
        Assert.Empty(corrected.Lifted);
        var since = Now;
        await Work(check.Run.Value, between: TimeSpan.FromMinutes(1));
        await Work(corrected.Run!.Value, between: TimeSpan.FromMinutes(1));

        Assert.Equal([since], From(x => x.RetractedAt == null));
        Assert.All(await Told(Now, Now), x => Assert.Equal(["fact-check.partlyFalse"], x.Labels));
    }

    [Fact]
    public async Task A_withdrawal_overtakes_it_too_and_nothing_is_left()
    {
        await ReadyWithCopies();
        var check = await Rate(Rating.False, await world.Post(text: Claim));
        await Work(check.Run!.Value, chunks: 3);
        var corrected = await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, null, "We were wrong.", "Harbour Checks"));
        await Work(corrected.Run!.Value);
        await Work(check.Run.Value);

        Assert.Empty(From(x => x.RetractedAt == null));
        Assert.Equal(RunState.Done, world.Read(db => db.Runs.Single(x => x.Id == check.Run)).State);
    }

    [Fact]
    public async Task A_short_text_that_many_post_at_once_is_reached_everywhere_though_one_number_alone_finds_it()
    {
        await Ready();
        foreach (var copy in Copies)
            await world.Post(copy.Value, new("somebody"), "Bolts were sold!");
        await Work((await Rate(Rating.False, await world.Post(text: "Bolts were sold."))).Run!.Value);

        Assert.All(await Told(Now, Now), x => Assert.Equal(["fact-check.false"], x.Labels));
    }

    [Fact]
    public async Task Pictures_that_look_like_it_are_reached_though_there_are_many_and_none_is_the_same()
    {
        await Ready();
        var chance = new Random(7);
        var photo = Hashes.Of(Hashes.Photo);
        foreach (var copy in Copies[..80])
            await Show(copy.Value, Hashes.Changed(photo, chance.Next(1, PdqHash.MostApart + 1), chance).ToString());
        await Show("another", Hashes.Made(chance).ToString());
        await Work((await Rate(Rating.Altered, await Show("original", Hashes.Photo))).Run!.Value);

        Assert.All(await Told(Now, Now, Copies[..80]), x => Assert.Equal(["fact-check.altered"], x.Labels));
        Assert.True((await On(new("another"), Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task Who_told_of_the_check_follows_the_run_and_nobody_stops_it_halfway()
    {
        await ReadyWithCopies();
        var program = await Program(Scope.Platform);
        var run = (await world.Do(program, new FileFactCheck(Review(), [await world.Post(text: Claim)]))).Run!.Value;
        foreach (var follower in new Actor[] { program, await Program(Scope.Enforcer), Checker, World.Lead })
            Assert.Equal((RunKind.SpreadRating, false), (await world.Do(follower, new RunProgress(run)) is var seen ? seen.Kind : default, seen.MayCancel));

        Assert.Equal(RunErrors.Unknown, await world.Refuse(await Program(Scope.Platform), new RunProgress(run)));
        foreach (var other in new Actor[] { await Program(Scope.Enforcer), World.Lead, World.Admin })
            Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(other, new CancelRun(run)));
    }

    private async Task<ContentId> Show(string id, string hash) => (await world.Do(World.Platform, new PutContent(
        new(id), new($"of-{id}"), ContentKind.Post, Now, Media: [new MediaItem(id, MediaKind.Image, PdqHash: hash)]))).Id;
}
