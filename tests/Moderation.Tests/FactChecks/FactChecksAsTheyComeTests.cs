using System.Text.Json;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Tests.Content;

namespace Moderation.Tests.FactChecks;

/// <summary>Checks and posts come in any order, in feeds, twice at once, and as nobody should write them.</summary>
public sealed class FactChecksAsTheyComeTests : OnCopies
{
    private const string Other = "The ferry sails twice an hour in summer, and once an hour from October on.";

    private static readonly string[] Named = ["post-1"];

    [Fact]
    public async Task What_is_named_and_comes_last_takes_its_copies_with_it()
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Altered);
        await Rate(Rating.False, new ContentId("later"));
        Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        await world.Post("later", text: Claim);

        Assert.Equal(0.2, (await On(copy, Surface.Feed)).Weight);
    }

    [Fact]
    public async Task What_it_said_when_it_was_rated_is_what_copies_are_of()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Rate(Rating.False, post);
        await world.Do(World.Platform, new PutContent(post, World.Author, ContentKind.Post, Now, Text: Other));
        await Rate(Rating.False, post);

        Assert.True((await On(await world.Post("harmless", new("somebody"), Other), Surface.Feed)).IsPlainAllow);
        Assert.Equal(0.2, (await On(await world.Post("copy", new("somebody"), Altered), Surface.Feed)).Weight);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task A_picture_that_looks_like_a_rated_one_bears_its_rating_as_it_comes(int bits)
    {
        await Ready();
        await Rate(Rating.Altered, await Show("original", Hashes.Photo));

        Assert.Equal(["fact-check.altered"], (await On(await Show("copy", Hashes.Changed(Hashes.Photo, bits)), Surface.Feed)).Labels);
        Assert.True((await On(await Show("another", Hashes.Made(new Random(7)).ToString()), Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task What_was_taken_back_on_an_appeal_is_not_said_to_be_labelled()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Rate(Rating.False, post);
        var decision = world.Read(db => db.Decisions.Single()).Id;
        await world.Do(World.Lead, new OverturnDecision(decision, "It is a quotation.", "the lead"));

        Assert.Empty((await Rate(Rating.False, post)).Labelled);
        Assert.True((await On(post, Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task Of_two_at_once_there_is_one_check_and_one_label()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Run(Checker, new FileFactCheck(Review(), [post]))));

        Assert.Single(answers.Select(x => Assert.IsType<Result<FileFactCheck.Answer>.Ok>(x).Value.FactCheckId).Distinct());
        Assert.Equal(1, world.Read(db => db.Decisions.Count()));
    }

    [Fact]
    public async Task What_is_named_while_a_run_goes_on_is_reached_by_it_too()
    {
        const int many = 120;
        await Ready();
        var post = await world.Post(text: Claim);
        for (var i = 0; i < many; i++)
            await world.Post($"copy-{i:000}", new($"member-{i % 30}"), $"{Claim} {(char)('a' + (i % 26))}");
        var run = (await Rate(Rating.False, post)).Run!.Value;
        for (var chunk = 0; await world.Do(World.Product, new WorkOnRun(run)); chunk++)
            if (chunk is 2 or 4)
                await Rate(Rating.False, await world.Post($"named-{chunk}", new($"late-{chunk}"), $"{Other} {new string((char)('p' + chunk), 3)}"));

        Assert.All(await world.Verdicts(Surface.Explore, [.. Enumerable.Range(0, many).Select(x => new ContentId($"copy-{x:000}"))]), x => Assert.Equal(VerdictAction.Drop, x.Action));
    }

    [Fact]
    public async Task A_feed_is_imported_whole_or_not_at_all_and_what_is_unclear_waits()
    {
        await Ready();
        await world.Post(text: Claim);
        Assert.Equal((1, 0, ""), await Import(new { claimReview = Review(), contentIds = Named }));
        Assert.Equal((0, 1, ""), await Import(new { claimReview = Review(), contentIds = Named }));
        Assert.Equal((1, 0, ""), await Import(new { claimReview = new[] { Review("Four Pinocchios", "One."), Review("True", "Two.") } }));
        Assert.Equal([FactCheckState.Waiting, FactCheckState.InForce, FactCheckState.InForce], world.Read(db => db.FactChecks.Select(x => x.State).ToList()).OrderBy(x => x));

        var before = world.Fingerprint();
        Assert.Equal((0, 0, "factCheck.unreadable"), await Import(new { claimReview = new object[] { Review("False", "Three."), new Dictionary<string, string> { ["@type"] = "ClaimReview" } } }));
        Assert.Equal((0, 0, "factCheck.unreadable"), await Import(new { claimReview = new { name = "Nothing." } }));
        Assert.Equal((0, 0, "import.unreadable"), await Import("no object"));
        Assert.Equal(before, world.Fingerprint());
    }

    [Theory]
    [InlineData("""{"@type": "ClaimReview", "url": "https://checks.example/x", "claimReviewed": "\ud800", "author": "A", "reviewRating": {"alternateName": "False"}}""", "claimReviewed")]
    [InlineData("""{"@type": "ClaimReview", "url": "https://checks.example/x", "claimReviewed": "It rains.", "author": "A", "reviewRating": {"ratingValue": 1e999}}""", "reviewRating")]
    [InlineData("""{"@type": "ClaimReview", "url": "javascript:alert(1)", "claimReviewed": "It rains.", "author": "A", "reviewRating": {"alternateName": "False"}}""", "url")]
    [InlineData("""{"@type": "ClaimReview", "url": ["https://checks.example/x"], "claimReviewed": {"@value": {"@value": 3}}, "author": [], "reviewRating": {"alternateName": "False"}}""", "claimReviewed")]
    [InlineData("""{"@type": "ClaimReview", "url": "https://checks.example/x", "claimReviewed": "It rains.", "author": "A", "datePublished": "2025-13-40", "reviewRating": []}""", "datePublished")]
    [InlineData("""{"@type": "\ud800", "url": "https://checks.example/x"}""", "claimReview")]
    public async Task What_nobody_should_write_is_named_and_leaves_nothing_behind(string json, string field)
    {
        await Ready();
        var refused = await world.Refuse(Checker, new FileFactCheck(Json(json)));
        Assert.Equal("factCheck.unreadable", refused.Code);
        Assert.Contains(field, refused.Fields!.Keys);
        Assert.Equal((0, 0, "factCheck.unreadable"), await ImportLine($$$"""{"factCheck": {"claimReview": {{{json}}} }}"""));
    }

    [Fact]
    public async Task Numbers_that_are_none_are_not_kept()
    {
        await Ready();
        await world.Do(Checker, new FileFactCheck(Review(number: "\"ratingValue\": 1e999, \"bestRating\": -1e999"), [await world.Post(text: Claim)]));
        Assert.Null(world.Read(db => db.FactChecks.Single()).Review.Rating.Value);
    }

    private async Task<ContentId> Show(string id, string hash) => (await world.Do(World.Platform, new PutContent(
        new(id), new($"of-{id}"), ContentKind.Post, Now, Media: [new MediaItem(id, MediaKind.Image, PdqHash: hash)]))).Id;

    private Task<(int Accepted, int Duplicates, string Code)> Import(object line) => ImportLine(JsonSerializer.Serialize(new { factCheck = line }));

    private async Task<(int Accepted, int Duplicates, string Code)> ImportLine(string line)
    {
        var answer = await world.Do(World.Platform, new ImportLines([line]));
        return (answer.Accepted, answer.Duplicates, answer.Rejected is [var only] ? only.Code : "");
    }
}
