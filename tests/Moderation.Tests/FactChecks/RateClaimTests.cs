using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class RateClaimTests : OnAFactCheck
{
    [Fact]
    public async Task What_could_not_be_read_is_rated_by_a_person_once()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var waiting = await world.Do(Checker, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 6"), [post]));
        Assert.Equal(FactCheckErrors.Waiting, await world.Refuse(Checker, new CorrectFactCheck(waiting.FactCheckId, null, "Never mind.", "us")));
        Assert.Equal(FactCheckErrors.Waiting, await world.Refuse(Checker, new CorrectFactCheck(waiting.FactCheckId, Rating.False, "So it is.", "us")));

        await world.Do(Checker, new RateClaim(waiting.FactCheckId, Rating.Satire));
        var file = await world.Do(Checker, new FactCheckFile(waiting.FactCheckId));
        Assert.Equal((FactCheckState.InForce, Rating.Satire), (file.State, file.Rating));
        Assert.NotNull(Assert.Single(file.Items).Decision);
        Assert.Equal(FactCheckErrors.NotWaiting, await world.Refuse(Checker, new RateClaim(waiting.FactCheckId, Rating.False)));
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new RateClaim(new(Guid.NewGuid()), Rating.False)));
    }
}
