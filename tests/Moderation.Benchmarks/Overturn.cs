using System.Diagnostics;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Benchmarks;

/// <summary>Everything that one bad rule decided is taken back: three wrong decisions a person, a right one on every second.</summary>
internal static class Overturn
{
    private const string BadRule = "bad-rule";
    private const int Each = 3;

    public static async Task<int> Measure(int decisions)
    {
        await using var product = await Installed.Open();
        var began = DateTimeOffset.UtcNow;
        var setUp = Stopwatch.StartNew();
        for (var i = 0; i < decisions; i++)
            await Decide(product, i, $"wrong-{i}", BadRule);
        for (var i = 0; i < decisions; i += Each * 2)
            await Decide(product, i, $"right-{i}", "good-rule");
        Figures.Say("set up", setUp.Elapsed.TotalSeconds, "s");

        var run = (await product.Do(new OverturnWhere(BadRule, null, null, null, began, DateTimeOffset.UtcNow, "It was wrong.", "benchmark"))).Run!;
        var chunks = new List<double>();
        for (var more = true; more;)
        {
            var chunk = Stopwatch.StartNew();
            more = await product.Do(new WorkOnRun(run.Id));
            chunks.Add(chunk.Elapsed.TotalMilliseconds);
        }

        var left = (await product.Do(new PreviewOverturnWhere(BadRule, null, null, null, began, DateTimeOffset.UtcNow))).Count;
        Figures.Say("decisions taken back", decisions - left, "");
        Figures.Say("per decision", chunks.Sum() / decisions, "ms");
        Figures.Say("chunks", chunks.Count, "");
        Figures.Say("chunk p50", chunks.At(0.5), "ms");
        Figures.Say("chunk p99", chunks.At(0.99), "ms");
        foreach (var table in new[] { "Decisions", "Outcomes", "Clearances", "Notices", "StandingChanges", "Outbox" })
            Figures.Say($"rows of {table}", product.Rows(table), "");
        return left == 0 ? 0 : 1;
    }

    private static async Task Decide(Installed product, int number, string content, string detector)
    {
        var author = new AccountId($"member-{number / Each:000000}");
        await product.Do(new PutAccount(author, author.Value));
        await product.Do(new PutContent(new(content), author, ContentKind.Post, DateTimeOffset.UtcNow, Text: "Send 1, get 2."));
        await product.Do(new EnforceDirectly(
            new(SubjectKind.Content, content), null, "fraud", Finding.Violates, null, "A machine said so.", Automation.Full, Detector: detector));
    }
}
