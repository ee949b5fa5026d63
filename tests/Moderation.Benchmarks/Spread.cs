using System.Diagnostics;
using System.Text.Json;
using Moderation.Eligibility;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;

namespace Moderation.Benchmarks;

/// <summary>One rating over all copies of a claim, and its withdrawal: what each copy costs, once the answers are as they should be.</summary>
internal static class Spread
{
    private static readonly Actor.Staff Checker = new(new StaffId("checker"));
    private static readonly Actor.Staff Manager = new(new StaffId("policy"));
    private static readonly ContentId Original = new("original");

    public static async Task<int> Measure(int copies)
    {
        await using var product = await Installed.Open();
        ContentId[] cluster = [Original, .. Enumerable.Range(0, copies).Select(x => new ContentId($"copy-{x:00000}"))];
        ContentId[] others = [.. Enumerable.Range(0, Math.Max(1, copies / 10)).Select(x => new ContentId($"other-{x:00000}"))];
        await Fill(product, cluster, others);
        var before = await Seen(product, [.. cluster, .. others]);

        var filing = Stopwatch.StartNew();
        var filed = await product.Do(new FileFactCheck(Review, [Original]), Checker);
        Figures.Say("filed in", filing.Elapsed.TotalMilliseconds, "ms");
        var rating = await Work(product, filed.Run);
        var rated = await Seen(product, cluster);
        if (rated.Distinct().Count() != 1 || rated[0] == before[0] || !(await Seen(product, others)).SequenceEqual(before.Skip(cluster.Length)))
            return Wrong("Not all copies bear what the original does, or something else does.");

        Say("rating", copies, rating);
        var corrected = await product.Do(new CorrectFactCheck(filed.FactCheckId, null, "We were wrong.", "Harbour Checks"), Checker);
        var lifting = await Work(product, corrected.Run);
        if (!(await Seen(product, [.. cluster, .. others])).SequenceEqual(before))
            return Wrong("Something is told otherwise than before.");

        Say("correction", copies, lifting);
        return 0;
    }

    private static JsonElement Review => JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["@type"] = "ClaimReview",
        ["url"] = "https://checks.example/bridge",
        ["claimReviewed"] = CopiesOfAClaim.Claim,
        ["author"] = "Harbour Checks",
        ["reviewRating"] = new { alternateName = "False" },
    });

    private sealed record Measured(List<double> Chunks, TimeSpan Processor, IReadOnlyList<(string Text, int Count, TimeSpan Took)> Statements);

    private static async Task<Measured> Work(Installed product, RunId? run)
    {
        var chunks = new List<double>();
        using var statements = new Statements();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var more = run is not null; more;)
        {
            var chunk = Stopwatch.StartNew();
            more = await product.Do(new WorkOnRun(run!.Value));
            chunks.Add(chunk.Elapsed.TotalMilliseconds);
        }

        return new(chunks, Process.GetCurrentProcess().TotalProcessorTime - processor, [.. statements.Costliest]);
    }

    private static void Say(string what, int copies, Measured measured)
    {
        if (measured.Chunks is [])
            return;

        Figures.Say($"{what}, in all", measured.Chunks.Sum() / 1000, "s");
        Figures.Say($"{what}, per copy", measured.Chunks.Sum() / copies, "ms");
        Figures.Say("of which processor", measured.Processor.TotalMilliseconds / copies, "ms");
        Figures.Say("statements per copy", (double)measured.Statements.Sum(x => x.Count) / copies, "");
        Figures.Say("chunks", measured.Chunks.Count, "");
        Figures.Say("chunk p50", measured.Chunks.At(0.5), "ms");
        Figures.Say("chunk p99", measured.Chunks.At(0.99), "ms");
        Figures.Say("longest chunk", measured.Chunks.Max(), "ms");
        foreach (var (text, count, took) in measured.Statements.Take(6))
            Figures.Say($"{count} x", took.TotalMilliseconds, $"ms  {string.Join(' ', text.Split('\n'))[..Math.Min(text.Length, 140)]}");
    }

    private static int Wrong(string how)
    {
        Console.Error.WriteLine(how);
        return 1;
    }

    /// <summary>Of each item what all surfaces may do with it.</summary>
    private static async Task<string[]> Seen(Installed product, ContentId[] items)
    {
        var seen = new List<string>();
        foreach (var some in items.Chunk(CheckEligibility.MaxCandidates))
        {
            var each = new List<IReadOnlyList<Verdict>>();
            foreach (var surface in Enum.GetValues<Surface>())
                each.Add((await product.Do(new CheckEligibility(surface, Viewer.Adult with { Country = "NL" }, null, [.. some.Select(x => new CheckEligibility.Candidate(x, Follows: true))]))).Verdicts);
            seen.AddRange(some.Select((_, i) => string.Join('\n', each.Select(x => $"{x[i].Action} {x[i].Weight} {string.Join(',', x[i].Labels)} {string.Join(',', x[i].Grounds.Select(y => y.Code))}"))));
        }

        return [.. seen];
    }

    private static async Task Fill(Installed product, ContentId[] cluster, ContentId[] others)
    {
        await product.Do(new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await product.Do(new PutStaff(Manager.Id, "Policy", null, [Role.PolicyManager], null, null, Active: true));
        await product.Do(new SavePublisher("checks.example", "Harbour Checks", IsAccredited: true, "A network of checkers", new Dictionary<string, Rating>(), new Dictionary<double, Rating>()), Manager);
        var told = cluster.Select((x, i) => (x, i == 0 ? CopiesOfAClaim.Claim : CopiesOfAClaim.Of(CopiesOfAClaim.Claim, i)))
            .Concat(others.Select((x, i) => (x, CopiesOfAClaim.Unrelated(i, words: 27))))
            .SelectMany((x, i) => new object[]
            {
                new { account = new { id = $"member-{i / 3:00000}", handle = $"member-{i / 3:00000}" } },
                new { content = new { id = x.Item1.Value, authorId = $"member-{i / 3:00000}", kind = "post", text = x.Item2, createdAt = DateTimeOffset.UtcNow } },
            }).Select(x => JsonSerializer.Serialize(x));
        foreach (var some in told.Chunk(ImportLines.MaxLines))
            await product.Do(new ImportLines(some));
    }
}
