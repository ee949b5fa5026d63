using System.Diagnostics;
using Moderation.Content;
using Moderation.Detection;

namespace Moderation.Benchmarks;

/// <summary>Finding needles in a bank of a million hashes, beside looking at every one of them.</summary>
internal static class BankOfHashes
{
    private const int Asked = 2000;
    private const int Checked = 100;
    private const int Rounds = 7;

    /// <param name="data">A folder with <c>haystack.txt</c> and <c>needles.txt</c>, one hash a line, that are put among the others; null for none.</param>
    public static int Measure(int count, string? data)
    {
        var chance = new Random(20_260_101);
        var real = Read(data, "haystack.txt");
        var hashes = real.Concat(Enumerable.Range(0, Math.Max(0, count - real.Length)).Select(_ => Made(chance))).ToArray();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var bank = new HashBank<int>(hashes.Select((x, i) => (x, i)));
        var built = clock.Elapsed;
        var size = GC.GetTotalMemory(forceFullCollection: true) - before;

        // Half are within reach of a hash of the bank, at every distance up to the last that counts.
        var needles = Read(data, "needles.txt").Concat(Enumerable.Range(0, Asked).Select(i =>
            i % 2 == 0 ? Made(chance) : Changed(hashes[chance.Next(hashes.Length)], i / 2 % (PdqHash.MostApart + 1), chance))).ToArray();
        foreach (var needle in needles.Take(Checked).Concat(needles.TakeLast(Checked)))
            if (!bank.Near(needle).Select(x => x.Entry).Order().SequenceEqual(All(needle)))
                throw new InvalidOperationException("The bank does not find what looking at all of it finds.");

        var (near, all, found) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, so that a machine that slows down slows both.
            near.AddRange(needles.Select(x => Time(() => found += bank.Near(x).Count)));
            all.AddRange(needles.Take(20).Select(x => Time(() => found += All(x).Count())));
        }

        Figures.Say("hashes", hashes.Length, "");
        Figures.Say("arranged in", built.TotalMilliseconds, "ms");
        Figures.Say("bytes a hash", (double)size / hashes.Length, "");
        Figures.Say("needles", needles.Length, "");
        Figures.Say("a needle, median", near.At(0.5), "µs");
        Figures.Say("a needle, p99", near.At(0.99), "µs");
        Figures.Say("looking at all, median", all.At(0.5), "µs");
        Figures.Say("looking at all, p99", all.At(0.99), "µs");
        Figures.Say("times as quick", all.At(0.5) / near.At(0.5), "");
        return found > 0 ? 0 : 1;

        IEnumerable<int> All(PdqHash hash) => Enumerable.Range(0, hashes.Length).Where(i => hashes[i].DistanceTo(hash) <= PdqHash.MostApart);
    }

    private static double Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static PdqHash[] Read(string? folder, string file) => folder is null ? [] : [..
        File.ReadLines(Path.Combine(folder, file)).Where(x => x.Length > 0).Select(x => PdqHash.TryParse(x, out var hash) ? hash : throw new InvalidDataException(x))];

    public static PdqHash Made(Random chance)
    {
        var bytes = new byte[PdqHash.Bytes];
        chance.NextBytes(bytes);
        return PdqHash.Of(bytes);
    }

    public static PdqHash Changed(PdqHash hash, int bits, Random chance)
    {
        var bytes = hash.ToBytes();
        foreach (var bit in Enumerable.Range(0, 8 * PdqHash.Bytes).OrderBy(_ => chance.Next()).Take(bits))
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        return PdqHash.Of(bytes);
    }
}
