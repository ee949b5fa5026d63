using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class MyRatingsTests : OnDoubt
{
    private static readonly Actor.Staff Colleague = new(new("colleague"));

    [Fact]
    public async Task What_one_rated_oneself_as_it_stands_now_the_last_first()
    {
        await Ready();
        await world.Do(World.Product, new PutStaff(Colleague.Id, "Colleague", null, [Role.FactChecker], null, null, Active: true));
        var first = await Check(Checker, "one", Rating.False);
        var theirs = await Check(Colleague, "two", Rating.True);
        var last = await Check(Checker, "three", Rating.Satire);
        await world.Do(Checker, new CorrectFactCheck(first.FactCheckId, Rating.MissingContext, "We looked again.", "Harbour Checks"));

        var mine = (await world.Do(Checker, new MyRatings())).Rows;
        Assert.Equal([last.FactCheckId, first.FactCheckId], mine.OrderByDescending(x => x.Claim.Contains("three", StringComparison.Ordinal)).Select(x => x.Id));
        Assert.Equal(Rating.MissingContext, mine.Single(x => x.Id == first.FactCheckId).Rating);
        Assert.Equal(theirs.FactCheckId, Assert.Single((await world.Do(Colleague, new MyRatings())).Rows).Id);
    }

    [Fact]
    public async Task Page_by_page_nothing_is_shown_twice_or_left_out()
    {
        await Ready();
        for (var number = 0; number < 5; number++)
            await Check(Checker, $"post-{number}", Rating.True);

        var seen = new List<MyRatings.Row>();
        MyRatings.Place? after = null;
        do
        {
            var page = await world.Do(Checker, new MyRatings(2, after));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(5, seen.Select(x => x.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(x => x.RatedAt).Select(x => x.RatedAt), seen.Select(x => x.RatedAt));
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, new MyRatings(0))).Kind);
    }

    private async Task<FileFactCheck.Answer> Check(Actor.Staff by, string post, Rating rating)
    {
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await PostBy(post, 10, $"Something about {post} that nobody else says at all.");
        return await world.Do(by, new CheckClaim(new(post), $"What is said of {post}.", rating, $"https://checks.example/{post}"));
    }
}
