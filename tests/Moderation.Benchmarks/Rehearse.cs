using System.Diagnostics;
using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Benchmarks;

/// <summary>A draft in which fraud counts for two strikes is rehearsed on everything that was decided.</summary>
internal static class Rehearse
{
    private static readonly Actor.Staff Manager = new(new StaffId("policy"));

    /// <param name="filled">A folder with a database that was filled before and is only read; null to fill one first.</param>
    public static async Task<int> Measure(int decisions, string? filled)
    {
        await using var product = await Installed.Open(filled);
        if (filled is null)
            await BadRule.Fill(product, decisions, hasRun: true);

        await product.Do(new PutStaff(Manager.Id, "Policy", null, [Role.PolicyManager], null, null, Active: true));
        var run = await product.Do(new RehearseRulebook(Harder(), null, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1)), Manager);
        var chunks = new List<double>();
        using var statements = new Statements();
        for (var more = true; more;)
        {
            var chunk = Stopwatch.StartNew();
            more = await product.Do(new WorkOnRun(run));
            chunks.Add(chunk.Elapsed.TotalMilliseconds);
        }

        var report = await product.Do(new RehearsalReport(run), Manager);
        Figures.Say("decisions rehearsed", report.Looked, "");
        Figures.Say("would differ", report.Differ, "");
        Figures.Say("steps would differ", report.Steps, "");
        Figures.Say("people", report.Accounts, "");
        Figures.Say("in all", chunks.Sum() / 1000, "s");
        Figures.Say("per 100,000 decisions", chunks.Sum() / 1000 * 100_000 / report.Looked, "s");
        Figures.Say("statements", statements.Count, "");
        Figures.Say("chunks", chunks.Count, "");
        Figures.Say("chunk p50", chunks.At(0.5), "ms");
        Figures.Say("longest chunk", chunks.Max(), "ms");
        return report.State is RunState.Done ? 0 : 1;
    }

    private static string Harder()
    {
        var file = JsonNode.Parse(RulebookFile.Shipped)!.AsObject();
        file["guidelines"]!.AsArray().Single(x => (string)x!["code"]! == "fraud")!["strikeWeight"] = 2;
        return file.ToJsonString();
    }
}
