using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>Two checkers at one thing at once: one order of both holds, and whoever comes late hears why.</summary>
public sealed class CopyRaceTests : OnCopies
{
    private const int Rounds = 5;

    [Fact]
    public async Task A_copy_that_one_confirms_and_another_unmatches_is_unmatched()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        for (var round = 0; round < Rounds; round++)
            await world.Post($"copy-{round}", new("somebody"), $"{Altered} {(char)('p' + round)}");
        var check = (await Rate(Rating.False, post)).FactCheckId;
        for (var round = 0; round < Rounds; round++)
        {
            var copy = new ContentId($"copy-{round}");
            var confirmed = world.Run(Checker, new ConfirmCopy(check, copy));
            var unmatched = world.Run(World.Lead, new UnmatchCopy(check, copy, "It quotes it."));
            Assert.False((await unmatched).IsRefused);
            if (!(await confirmed).IsOk(out _, out var refusal))
                Assert.Equal(FactCheckErrors.NotMatched, refusal);
            Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        }

        Assert.Equal(0, (await world.Do(Checker, new MatchesToConfirm())).Count);
    }

    [Fact]
    public async Task One_claim_that_two_rate_at_once_has_one_check_and_one_label()
    {
        await Ready();
        for (var round = 0; round < Rounds; round++)
        {
            var post = await world.Post($"post-of-{round}", new($"author-{round}"), CopiesOfAClaim.Unrelated(round));
            var said = new CheckClaim(post, $"Claim {round}.", Rating.False, "https://www.checks.example/bridge");
            var answers = await Task.WhenAll(world.Run(Checker, said), world.Run(Checker, said with { Rating = Rating.PartlyFalse }));
            Assert.Contains(answers, x => !x.IsRefused);
            foreach (var answer in answers)
                if (!answer.IsOk(out _, out var refusal))
                    Assert.Equal(ClaimErrors.RatedOtherwise, refusal);
            Assert.Equal(round + 1, world.Read(db => db.FactChecks.Count()));
            Assert.Equal(1, world.Read(db => db.Set<Decision>().Count(x => x.SubjectId == post.Value && x.OverturnedAt == null)));
        }
    }

    [Fact]
    public async Task What_waits_for_its_rating_is_rated_once()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var check = (await world.Do(Checker, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 5, \"worstRating\": 1"), [post]))).FactCheckId;
        var answers = await Task.WhenAll(new[] { Rating.False, Rating.Altered }.Select(x => world.Run(Checker, new RateClaim(check, x))));
        Assert.False(Assert.Single(answers, x => !x.IsRefused).IsRefused);
        Assert.Equal(1, world.Read(db => db.Set<Decision>().Count(x => x.OverturnedAt == null)));
    }
}
