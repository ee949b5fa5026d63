using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class UnmatchCopyTests : OnCopies
{
    [Fact]
    public async Task What_a_person_saw_to_be_no_copy_stays_unmatched()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), Altered);
        var check = await Rate(Rating.False, post);
        await world.Do(Checker, new UnmatchCopy(check.FactCheckId, copy, "It quotes the claim to say that it is wrong."));
        Assert.True((await On(copy, Surface.Explore)).IsPlainAllow);

        await Rate(Rating.False, post);
        await world.Do(World.Platform, new Moderation.Content.PutContent(copy, new("somebody"), Moderation.Content.ContentKind.Post, Now, Text: Claim));
        Assert.True((await On(copy, Surface.Explore)).IsPlainAllow);
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new UnmatchCopy(check.FactCheckId, copy, "Again.")));
        Assert.Equal(FactCheckErrors.NotACopy, await world.Refuse(Checker, new UnmatchCopy(check.FactCheckId, post, "No.")));
    }
    [Fact]
    public async Task It_stays_so_whatever_the_rating_becomes()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var check = await Rate(Rating.True, post);
        var copy = await world.Post("copy", new("somebody"), Altered);
        await world.Do(Checker, new UnmatchCopy(check.FactCheckId, copy, "It quotes the claim to say that it is wrong."));
        foreach (var rating in new[] { Rating.False, Rating.PartlyFalse, Rating.Altered })
        {
            await world.Do(Checker, new CorrectFactCheck(check.FactCheckId, rating, "We looked again.", "Harbour Checks"));
            Assert.False((await On(post, Surface.Feed)).IsPlainAllow);
            Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        }
    }
}
