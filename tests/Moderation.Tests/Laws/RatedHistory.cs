using System.Text.Json;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.Laws;

/// <summary>Some people's posts are rated, ten days apart, so that some cross the threshold of repeated misinformation and some are still below.</summary>
internal static class RatedHistory
{
    private const int Rounds = 4;

    private static readonly Actor.Staff Checker = new(new("checker"));

    public static async Task Play(World world, int authors)
    {
        var chance = new Random(20191216);
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await world.Do(World.PolicyManager, new SavePublisher("checks.example", "Checks", IsAccredited: true, "A network", new Dictionary<string, Rating>(), new Dictionary<double, Rating>()));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var author in Enumerable.Range(0, authors).Where(_ => chance.Next(2) == 0).ToArray())
                await Rate(world, author, round, chance);
            world.Clock.Pass(TimeSpan.FromDays(10));
        }

        await Rate(world, 0, Rounds, chance, "Missing context");
    }

    private static async Task Rate(World world, int author, int round, Random chance, string? word = null)
    {
        // Words of no language, so that no two posts are near each other.
        var words = string.Join(' ', Enumerable.Range(0, 12).Select(_ => new string([.. Enumerable.Range(0, 7).Select(_ => (char)('a' + chance.Next(26)))])));
        var post = await world.Post($"rated-{author}-{round}", new($"author-{author}"), words);
        await world.Do(Checker, new FileFactCheck(JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["@type"] = "ClaimReview",
            ["url"] = $"https://checks.example/{author}/{round}",
            ["claimReviewed"] = words,
            ["reviewRating"] = new { alternateName = word ?? chance.Next(3) switch { 0 => "Partly false", 1 => "Altered", _ => "False" } },
        }), [post]));
    }
}
