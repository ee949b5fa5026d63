using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class PreviewCorrectionTests : OnCopies
{
    [Theory]
    [InlineData(null)]
    [InlineData(Rating.PartlyFalse)]
    [InlineData(Rating.Satire)]
    [InlineData(Rating.False)]
    public async Task It_foresees_what_the_correction_does_and_changes_nothing(Rating? rating)
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("copy", new("somebody"), Altered);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        var before = await Told(post);
        var strikes = Strikes();

        var foreseen = await world.Do(Checker, new PreviewCorrection(check, rating));
        Assert.Equal(before, await Told(post));
        if (rating is Rating.False)
        {
            Assert.Equal((0, 0), (foreseen.Lifted, foreseen.Strikes));
            return;
        }

        var lifted = (await world.Do(Checker, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks"))).Lifted;
        Assert.Equal((lifted.Count, strikes - Strikes(), false, false), (foreseen.Lifted, foreseen.Strikes, foreseen.OrMore, foreseen.ByRun));
        var decision = world.Read(db => db.Decisions.Where(x => x.SubjectId == post.Value && x.OverturnedAt == null && x.SupersededAt == null).Select(x => x.Id).SingleOrDefault());
        Assert.Equal(world.Read(db => db.Outcomes.Where(x => x.DecisionId == decision && x.Kind != OutcomeKind.Strike).Select(x => x.Kind).Distinct().ToList()).Order(), foreseen.InPlace.Where(x => x is not OutcomeKind.Strike));
    }

    [Fact]
    public async Task What_cannot_be_corrected_cannot_be_foreseen()
    {
        await Ready();
        var check = (await Rate(Rating.False, await world.Post(text: Claim))).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, null, "We were wrong.", "Harbour Checks"));
        Assert.Equal(FactCheckErrors.Withdrawn, await world.Refuse(Checker, new PreviewCorrection(check, Rating.True)));
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new PreviewCorrection(new(Guid.NewGuid()), null)));
    }

    private int Strikes() => world.Read(db => db.Outcomes.Count(x => x.Kind == OutcomeKind.Strike && x.RetractedAt == null));
}
