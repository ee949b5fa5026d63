using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class MyRatingsTests : OnDoubt
{
    private static readonly Actor.Staff Colleague = new(new("colleague"));

    [Fact]
    public async Task Each_sees_what_they_rated_the_last_first_as_it_stands_now()
    {
        await Ready();
        await world.Do(World.Product, new PutStaff(Colleague.Id, "Colleague", null, [Role.FactChecker], null, null, Active: true));
        var made = new List<FactCheckId>();
        for (var i = 0; i < 3; i++)
        {
            var post = await Doubted($"post-{i}");
            world.Clock.Pass(TimeSpan.FromMinutes(1));
            made.Add((await world.Do(Checker, new CheckClaim(post, $"Claim {i}.", Rating.False, "https://www.checks.example/bridge"))).FactCheckId);
        }

        await world.Do(World.Platform, new FileFactCheck(Review(), [await Doubted("imported", text: Claim)]));
        await world.Do(Checker, new CorrectFactCheck(made[2], null, "We were wrong.", "Harbour Checks"));

        var first = await world.Do(Checker, new MyRatings(2));
        var second = await world.Do(Checker, new MyRatings(2, first.Next));
        Assert.Equal(made.AsEnumerable().Reverse(), first.Rows.Concat(second.Rows).Select(x => x.Id));
        Assert.Null(second.Next);
        Assert.Equal([FactCheckState.Withdrawn, FactCheckState.InForce], first.Rows.Select(x => x.State));
        Assert.Empty((await world.Do(Colleague, new MyRatings())).Rows);
    }
}
