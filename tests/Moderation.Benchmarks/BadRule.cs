using System.Text.Json;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Benchmarks;

/// <summary>People with three wrong decisions each, and right ones among them, so that every step of the ladder is derived anew.</summary>
internal static class BadRule
{
    public const string Detector = "bad-rule";
    private const int Each = 3;
    private const int AtOnce = 60;

    /// <param name="decisions">How many wrong ones; also how many posts of each sort there are.</param>
    /// <param name="hasRun">False for a network on which the rule never ran.</param>
    public static async Task Fill(Installed product, int decisions, bool hasRun)
    {
        // What was filled halfway is filled to the end.
        if (product.Rows("Content") < 2 * decisions)
            foreach (var some in Told(decisions).Chunk(ImportLines.MaxLines))
                await product.Do(new ImportLines(some));
        var decided = product.Decided();
        foreach (var people in Enumerable.Range(0, (decisions + Each - 1) / Each).Chunk(AtOnce))
            for (var turn = 0; turn < Each; turn++)
            {
                int[] items = [.. people.Select(x => (x * Each) + turn).Where(x => x < decisions)];
                await Decide(product, items.Where(x => x % 4 == 1).Select(x => new DecideMany.One($"right-{x}", Author(x), "good-rule")), decided);
                if (hasRun)
                    await Decide(product, items.Select(x => new DecideMany.One($"wrong-{x}", Author(x), Detector)), decided);
            }
    }

    private static IEnumerable<string> Told(int decisions) => Enumerable.Range(0, decisions).SelectMany(i => new object[]
    {
        new { account = new { id = Author(i).Value, handle = Author(i).Value } },
        new { content = new { id = $"wrong-{i}", authorId = Author(i).Value, kind = "post", text = $"Send {i}, get 2.", createdAt = DateTimeOffset.UtcNow } },
        new { content = new { id = $"right-{i}", authorId = Author(i).Value, kind = "post", text = $"Pay {i} first.", createdAt = DateTimeOffset.UtcNow } },
    }).Select(x => JsonSerializer.Serialize(x));

    private static Task Decide(Installed product, IEnumerable<DecideMany.One> decisions, HashSet<string> decided) =>
        decisions.Where(x => !decided.Contains(x.Content)).ToArray() is { Length: > 0 } some ? product.Do(new DecideMany(some)) : Task.CompletedTask;

    private static AccountId Author(int number) => new($"member-{number / Each:00000}");
}
