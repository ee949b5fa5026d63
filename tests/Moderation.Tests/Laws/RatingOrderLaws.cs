using System.Text.Json;
using Moderation.Eligibility;
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
            if (chance.Next(2) == 0)
                yield return new($"correction-{check}", $"check-{check}", x => x.Do(
                    Checker, new CorrectFactCheck(x.Read(db => db.FactChecks.AsEnumerable().Single(y => y.Review.Url == Address(cluster, check)).Id), then, "We looked again.", "Harbour Checks")));
        }
    }

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
