using System.Text.Json;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class FactCheckFileTests : OnAFactCheck
{
    [Fact]
    public async Task What_came_in_goes_out_as_it_was_and_reads_the_same()
    {
        await Ready();
        var check = await Rate(Rating.PartlyFalse, await world.Post(text: Claim));
        await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, Rating.MissingContext, "We had not seen the minutes.", "Harbour Checks"));
        var file = await world.Do(Checker, new FactCheckFile(check.FactCheckId));

        var (sent, told) = (ClaimReviewReading.Read(Review("Partly false")).Review!, ClaimReviewReading.Read(JsonSerializer.SerializeToElement(file.ClaimReview)).Review!);
        Assert.Equal(sent with { Appearances = [] }, told with { Appearances = [] });
        Assert.Equal(sent.Appearances, told.Appearances);
        Assert.Equal((Rating.PartlyFalse, Rating.MissingContext, "We had not seen the minutes."), Assert.Single(file.Corrections) is var one ? (one.Before!.Value, one.After!.Value, one.Reason) : default);
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new FactCheckFile(new(Guid.NewGuid()))));
    }
}
