using System.Diagnostics;
using System.Text.Json;
using Moderation.Activity;
using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Benchmarks;

/// <summary>
/// How fast activity comes in, durably: an act a command, as lines of an import, and as many as a call takes; all of it told
/// again; and how long a sweep over it takes.
/// </summary>
internal static class ActivityImport
{
    private const int Single = 2000;

    public static async Task<int> Measure(int rows)
    {
        await using var product = await Installed.Open();
        var now = DateTimeOffset.UtcNow;
        InteractionTold[] told = [.. Made(rows, now)];
        var (alone, lines, calls) = (told[..Single], told[Single..(Single + rows / 2)], told[(Single + rows / 2)..]);

        await Pace("an act a command", alone.Length, alone.Chunk(1).Select(x => new TellInteractions(x)), x => product.Do(x));
        await Pace("200 lines of an import", lines.Length, lines.Chunk(ImportLines.MaxLines).Select(x => new ImportLines([.. x.Select(Line)])), x => product.Do(x));
        var before = product.Size;
        await Pace("1,000 in a call", calls.Length, calls.Chunk(1000).Select(x => new TellInteractions(x)), x => product.Do(x));
        Figures.Say("bytes a row, indexes and log too", (double)(product.Size - before) / calls.Length, "B");
        await Pace("told again", calls.Length, calls.Chunk(1000).Select(x => new TellInteractions(x)), x => product.Do(x));
        Figures.Say("rows", product.Rows("Interactions"), "");

        var (clock, parts, longest) = (Stopwatch.StartNew(), 0, 0.0);
        await product.Do(new BeginSweep());
        while (await product.Do(new SeekInauthentic()) is { At: { } at, Next: { } next } seen)
        {
            var part = clock.Elapsed.TotalMilliseconds;
            await product.Do(new AdvanceSweep(at, next, seen.Ties));
            (parts, longest) = (parts + 1, Math.Max(longest, clock.Elapsed.TotalMilliseconds - part));
        }

        Figures.Say("sweep", clock.Elapsed.TotalSeconds, "s");
        Figures.Say("parts of it", parts, "");
        Figures.Say("longest it kept others from writing", longest, "ms");
        return 0;
    }

    private static async Task Pace<T>(string how, int rows, IEnumerable<T> commands, Func<T, Task> run)
    {
        var all = commands.ToList();
        var clock = Stopwatch.StartNew();
        foreach (var command in all)
            await run(command);
        Figures.Say(how, rows / clock.Elapsed.TotalSeconds, "rows/s");
    }

    private static string Line(InteractionTold told) => $$"""{"interaction": {{JsonSerializer.Serialize(told, WireJson.Options)}}}""";

    // A few posts get most of it, everybody has a phone.
    private static IEnumerable<InteractionTold> Made(int rows, DateTimeOffset now)
    {
#pragma warning disable CA5394 // Made-up acts need no secrecy.
        var random = new Random(20210608);
        InteractionKind[] kinds = [InteractionKind.View, InteractionKind.View, InteractionKind.View, InteractionKind.Like, InteractionKind.Comment, InteractionKind.Dwell];
        for (var i = 0; i < rows + Single; i++)
        {
            var viewer = random.Next(rows / 20 + 1);
            yield return new(
                new($"viewer-{viewer:x8}-of-the-network"), new($"post-{(int)(Math.Pow(random.NextDouble(), 3) * rows / 10):x8}-of-the-network"),
                kinds[random.Next(kinds.Length)], now.AddSeconds(-random.Next(14 * 86_400)), Device: $"phone-{viewer}");
        }
#pragma warning restore CA5394
    }
}
