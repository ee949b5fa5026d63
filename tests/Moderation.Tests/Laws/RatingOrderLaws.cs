using System.Text.Json;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Laws;

// Law 4 on ratings: whichever of posts, copies, checks of several checkers and their corrections came first, the standing is the same.
public sealed class RatingOrderLaws
{
    private const int Clusters = 8;
    private const int Orders = 3;

    private static readonly string[] Names = ["original", "copy-0", "copy-1", "copy-2"];

    private static readonly Actor.Staff Checker = new(new("checker"));

    /// <param name="Key">Of what it makes.</param>
    /// <param name="After">What must be there before; null for nothing.</param>
    private sealed record Happening(string Key, string? After, Func<World, Task> Do);

    [Fact]
    public async Task Whatever_comes_first_the_standing_is_the_same()
    {
        var chance = new Random(20211021);
        Happening[][] clusters = [.. Enumerable.Range(0, Clusters).Select(x => Draw(x, chance).ToArray())];
        var seen = new List<string>();
        for (var order = 0; order < Orders; order++)
        {
            var world = new World();
            await world.InitializeAsync();
            try
            {
                await Ready(world);
                foreach (var happening in clusters.SelectMany(x => InSomeOrder(x, chance)))
                    await happening.Do(world);
                seen.Add(await Standings(world));
                // Else all would be alike for want of anything to compare.
                Assert.True(world.Read(db => db.RatedItems.Count(x => x.CopyOf != null && x.DecisionId != null)) > Clusters);
                Assert.True(world.Read(db => db.Disputes.Count(x => x.Answer == DisputeAnswer.Corrected)) > 1);
                Assert.True(world.Read(db => db.Disputes.Count(x => x.Answer != DisputeAnswer.Corrected)) > 1);
            }
            finally
            {
                await world.DisposeAsync();
            }
        }

        Assert.All(seen, x => Assert.Equal(seen[0], x));
    }

    private static IEnumerable<Happening> Draw(int cluster, Random chance)
    {
        var claim = CopiesOfAClaim.Unrelated(cluster);
        yield return new("original", null, x => x.Post(Item(cluster, "original").Value, new($"author-{cluster}"), claim));
        foreach (var copy in Enumerable.Range(0, 3))
        {
            var text = CopiesOfAClaim.Of(claim, chance.Next(100));
            yield return new($"copy-{copy}", null, x => x.Post(Item(cluster, $"copy-{copy}").Value, new($"sharer-{copy}"), text));
        }

        foreach (var check in Enumerable.Range(0, 2))
        {
            var (first, then) = (Any(chance), chance.Next(4) switch { 0 => null, _ => (Rating?)Any(chance) });
            yield return new($"check-{check}", null, x => x.Do(Checker, Filed(cluster, check, claim, first)));
            if (chance.Next(3) > 0)
                yield return new($"correction-{check}", $"check-{check}", x => Correct(x, cluster, check, then));
            if (chance.Next(2) == 0)
                yield return new($"dispute-{check}", $"check-{check}", x => Ask(x, cluster, check, first > then));
        }
    }

    // Where it can be disputed by then the checker is asked to, else corrects it unasked.
    private static async Task Correct(World world, int cluster, int check, Rating? then)
    {
        var id = CheckOf(world, cluster, check);
        if (await Ask(world, cluster, id) is not { } dispute)
            await world.Do(Checker, new CorrectFactCheck(id, then, "We looked again.", "Harbour Checks"));
        else if (then == world.Read(db => db.FactChecks.Single(x => x.Id == id).Rating))
            await world.Do(Checker, new AnswerDispute(dispute, DisputeAnswer.Upheld, null, "We looked again.", "Harbour Checks"));
        else
            await world.Do(Checker, new AnswerDispute(dispute, then is null ? DisputeAnswer.CheckWithdrawn : DisputeAnswer.Corrected, then, "We looked again.", "Harbour Checks"));
    }

    // Asked in vain, or not at all: nothing comes of it.
    private static async Task Ask(World world, int cluster, int check, bool isTakenBack)
    {
        if (await Ask(world, cluster, CheckOf(world, cluster, check)) is not { } dispute)
            return;
        if (isTakenBack)
            await world.Do(Author(cluster), new WithdrawDispute(dispute));
        else
            await world.Do(Checker, new AnswerDispute(dispute, DisputeAnswer.Upheld, null, "We looked again.", "Harbour Checks"));
    }

    private static async Task<DisputeId?> Ask(World world, int cluster, FactCheckId check)
    {
        var original = Item(cluster, "original").Value;
        var rated = world.Read(db => db.Decisions.AsEnumerable().Where(x => x.FactCheckId == check && x.SubjectId == original && x.OverturnedAt is null).Select(x => x.Id).ToArray());
        return rated is [var decision] && (await world.Run(Author(cluster), new FileDispute(decision, Author(cluster).Id, "It is true."))).IsOk(out var filed, out _) ? filed.DisputeId : null;
    }

    private static FactCheckId CheckOf(World world, int cluster, int check) =>
        world.Read(db => db.FactChecks.AsEnumerable().Single(x => x.Review.Url == Address(cluster, check)).Id);

    private static Actor.Member Author(int cluster) => new(new($"author-{cluster}"));

    // What needs another comes some time after it.
    private static IEnumerable<Happening> InSomeOrder(Happening[] all, Random chance)
    {
        var rest = all.ToList();
        while (rest.Count > 0)
        {
            Happening[] free = [.. rest.Where(x => rest.TrueForAll(y => y.Key != x.After))];
            var next = free[chance.Next(free.Length)];
            rest.Remove(next);
            yield return next;
        }
    }

    private static async Task<string> Standings(World world)
    {
        var lines = new List<string>();
        foreach (var item in Enumerable.Range(0, Clusters).SelectMany(x => Names.Select(y => Item(x, y))))
        {
            var told = await world.Do(World.Lead, new ExplainEligibility(SubjectRef.Of(item)));
            lines.AddRange(told.Standing.Select(x => $"{item} {x.Kind} {x.Guideline} {x.From:O} {x.Until:O} {x.Weight} {string.Join(',', x.Surfaces)}").Order(StringComparer.Ordinal));
            lines.AddRange(told.Verdicts.Select(x => $"{item} {x.Key} {x.Value.Action} {x.Value.Weight} {string.Join(',', x.Value.Labels)} {string.Join(',', x.Value.Grounds.Select(y => y.Code))}"));
        }

        return string.Join('\n', lines);
    }

    private static async Task Ready(World world)
    {
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await world.Do(World.PolicyManager, new SavePublisher(
            "checks.example", "Harbour Checks", IsAccredited: true, "A network of checkers", new Dictionary<string, Rating>(), new Dictionary<double, Rating>()));
    }

    private static FileFactCheck Filed(int cluster, int check, string claim, Rating rating) => new(
        JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["@type"] = "ClaimReview",
            ["url"] = Address(cluster, check),
            ["claimReviewed"] = claim,
            ["author"] = "Harbour Checks",
            ["reviewRating"] = new { alternateName = rating switch { Rating.PartlyFalse => "Partly false", Rating.MissingContext => "Missing context", _ => rating.ToString() } },
        }), [Item(cluster, "original")]);

    private static Rating Any(Random chance) => Enum.GetValues<Rating>()[chance.Next(6)];

    private static string Address(int cluster, int check) => $"https://checks.example/{cluster}/{check}";

    private static ContentId Item(int cluster, string name) => new($"{cluster}-{name}");
}
