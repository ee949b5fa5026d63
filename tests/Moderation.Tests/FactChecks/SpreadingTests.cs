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
public sealed class SpreadingTests : OnCopies
{
    private const int Many = 130;
    private const string Other = "The ferry sails twice an hour in summer, and once an hour from October on.";

    private static readonly ContentId[] Copies = [.. Enumerable.Range(0, Many).Select(x => new ContentId($"copy-{x:000}"))];

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

    private async Task ReadyWithCopies()
    {
        await Ready();
        foreach (var (number, copy) in Copies.Index())
            await world.Post(copy.Value, new($"member-{number % 40}"), CopiesOfAClaim.Of(Claim, number));
    }

    private async Task Work(RunId run, int chunks = int.MaxValue, TimeSpan between = default)
    {
        for (var chunk = 0; chunk < chunks && await world.Do(World.Product, new WorkOnRun(run)); chunk++)
            world.Clock.Pass(between);
    }

    private async Task<ContentId> Show(string id, string hash) => (await world.Do(World.Platform, new PutContent(
        new(id), new($"of-{id}"), ContentKind.Post, Now, Media: [new MediaItem(id, MediaKind.Image, PdqHash: hash)]))).Id;

    private DateTimeOffset[] From(System.Linq.Expressions.Expression<Func<DecidedOutcome, bool>> of) =>
        world.Read(db => db.Outcomes.Where(x => x.SubjectKind == SubjectKind.Content).Where(of).Select(x => x.From).Distinct().ToArray());

    // What a profile may show of each, which drops none.
    private async Task<Verdict[]> Told(DateTimeOffset at, DateTimeOffset known, ContentId[]? items = null)
    {
        var told = new List<Verdict>();
        foreach (var item in items ?? Copies)
            told.Add((await world.Do(World.Lead, new Moderation.Eligibility.ExplainEligibility(SubjectRef.Of(item), at, known))).Verdicts[Surface.Profile]);
        return [.. told];
    }
}
