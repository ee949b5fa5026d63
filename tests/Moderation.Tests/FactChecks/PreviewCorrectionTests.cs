using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class PreviewCorrectionTests : OnCopies
{
    [Theory]
    [InlineData(null)]
    [InlineData(Rating.PartlyFalse)]
    [InlineData(Rating.MissingContext)]
    [InlineData(Rating.True)]
    public async Task It_says_how_many_are_lifted_and_what_comes_instead(Rating? rating)
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("same", new("somebody"), Claim);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        var before = world.Fingerprint();
        var preview = await world.Do(Checker, new PreviewCorrection(check, rating));
        Assert.Equal(0, (await world.Do(Checker, new PreviewCorrection(check, Rating.False))).Lifted);
        Assert.Equal(before, world.Fingerprint());
        Assert.False(preview.ByRun);

        var made = await world.Do(Checker, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks"));
        Assert.Equal(made.Lifted.Count, preview.Lifted);
        Assert.Equal(preview.InPlace.Count is 0, (await On(post, Surface.Feed, country: null)).IsPlainAllow);
    }

    [Fact]
    public async Task The_strikes_that_go_are_those_that_came_from_it()
    {
        await Ready();
        var check = (await Rate(Rating.False, await world.Post(text: Claim))).FactCheckId;
        var strikes = world.Read(db => db.Outcomes.Count(x => x.Kind == OutcomeKind.Strike && x.RetractedAt == null));
        Assert.Equal(strikes, (await world.Do(Checker, new PreviewCorrection(check, null))).Strikes);
    }

    [Fact]
    public async Task Of_what_waits_or_was_withdrawn_there_is_nothing_to_correct()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var waiting = await world.Do(Checker, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 6"), [post]));
        Assert.Equal(FactCheckErrors.Waiting, await world.Refuse(Checker, new PreviewCorrection(waiting.FactCheckId, Rating.True)));

        await world.Do(Checker, new RateClaim(waiting.FactCheckId, Rating.False));
        await world.Do(Checker, new CorrectFactCheck(waiting.FactCheckId, null, "We were wrong.", "Harbour Checks"));
        Assert.Equal(FactCheckErrors.Withdrawn, await world.Refuse(Checker, new PreviewCorrection(waiting.FactCheckId, Rating.True)));
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new PreviewCorrection(new(Guid.NewGuid()), null)));
    }
}
