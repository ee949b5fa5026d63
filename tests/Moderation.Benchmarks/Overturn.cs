using System.Diagnostics;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Benchmarks;

/// <summary>Everything that one bad rule decided is taken back, chunk after chunk.</summary>
internal static class Overturn
{
    /// <param name="filled">A folder with a database that was filled before and will be changed; null to fill one first.</param>
    public static async Task<int> Measure(int decisions, string? filled)
    {
        await using var product = await Installed.Open(filled);
        if (filled is null)
            await BadRule.Fill(product, decisions, hasRun: true);

        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow);
        var run = (await product.Do(new OverturnWhere(BadRule.Detector, null, null, null, from, until, "It was wrong.", "benchmark"))).Run!;
        var chunks = new List<double>();
        using var statements = new Statements();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var more = true; more;)
        {
            var chunk = Stopwatch.StartNew();
            more = await product.Do(new WorkOnRun(run.Id));
            chunks.Add(chunk.Elapsed.TotalMilliseconds);
        }

        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var left = (await product.Do(new PreviewOverturnWhere(BadRule.Detector, null, null, null, from, until))).Count;
        Figures.Say("decisions taken back", run.Total - left, "");
        Figures.Say("in all", chunks.Sum() / 1000, "s");
        Figures.Say("per decision", chunks.Sum() / run.Total, "ms");
        Figures.Say("of which processor", cpu.TotalMilliseconds / run.Total, "ms");
        Figures.Say("statements per decision", (double)statements.Count / run.Total, "");
        Figures.Say("chunks", chunks.Count, "");
        Figures.Say("chunk p50", chunks.At(0.5), "ms");
        Figures.Say("chunk p99", chunks.At(0.99), "ms");
        Figures.Say("longest chunk", chunks.Max(), "ms");
        foreach (var table in new[] { "Decisions", "Outcomes", "Clearances", "Notices", "StandingChanges", "Outbox" })
            Figures.Say($"rows of {table}", product.Rows(table), "");
        foreach (var (text, count, took) in statements.Costliest.Take(5))
            Figures.Say($"{count} x", took.TotalMilliseconds, $"ms  {string.Join(' ', text.Split('\n'))[..Math.Min(text.Length, 100)]}");
        return left == 0 ? 0 : 1;
    }
}
