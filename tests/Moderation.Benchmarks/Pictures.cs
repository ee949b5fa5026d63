using System.Diagnostics;
using Moderation.Detection;

namespace Moderation.Benchmarks;

/// <summary>Finding pictures that look like one of a million, beside looking at every one of them.</summary>
internal static class Pictures
{
    private const int Asked = 2000;
    private const int Rounds = 7;

    public static int Measure(int count)
    {
        var chance = new Random(20_260_101);
        var hashes = Enumerable.Range(0, count).Select(_ => Made(chance)).ToArray();
        var clock = Stopwatch.StartNew();
        var bank = new HashBank<int>(hashes.Select((x, i) => (x, i)));
        Figures.Say("bank built", clock.Elapsed.TotalMilliseconds, "ms");

        // Half are within reach of a hash of the bank, at every distance up to the last that counts.
        var asked = Enumerable.Range(0, Asked).Select(i => i % 2 == 0 ? Made(chance) : Changed(hashes[chance.Next(count)], i / 2 % (PdqHash.MostApart + 1), chance)).ToArray();
        foreach (var hash in asked.Take(100))
            if (!bank.Near(hash).Select(x => x.Entry).Order().SequenceEqual(All(hash)))
                throw new InvalidOperationException("The bank does not find what looking at all of it finds.");

        var (near, all) = (new List<double>(), new List<double>());
        var found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, so that a machine that slows down slows both.
            near.Add(Time(asked.Length, i => found += bank.Near(asked[i]).Count));
            all.Add(Time(20, i => found += All(asked[i]).Count()));
        }

        Figures.Say("hashes", count, "");
        Figures.Say("a look-up, median", near.At(0.5), "µs");
        Figures.Say("looking at all, median", all.At(0.5), "µs");
        Figures.Say("times as quick", all.At(0.5) / near.At(0.5), "");
        return found > 0 ? 0 : 1;

        IEnumerable<int> All(PdqHash hash) => Enumerable.Range(0, count).Where(i => hashes[i].DistanceTo(hash) <= PdqHash.MostApart);
    }

    private static double Time(int times, Action<int> act)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
            act(i);
        return clock.Elapsed.TotalMicroseconds / times;
    }

    private static PdqHash Made(Random chance) => new(
        new((ulong)chance.NextInt64(), (ulong)chance.NextInt64() << 1), new((ulong)chance.NextInt64() << 1, (ulong)chance.NextInt64()));

    private static PdqHash Changed(PdqHash hash, int bits, Random chance)
    {
        var text = System.Numerics.BigInteger.Parse("0" + hash, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var bit in Enumerable.Range(0, 256).OrderBy(_ => chance.Next()).Take(bits))
            text ^= System.Numerics.BigInteger.One << bit;
        return PdqHash.TryParse(text.ToString("x", System.Globalization.CultureInfo.InvariantCulture).PadLeft(PdqHash.Digits, '0')[^PdqHash.Digits..], out var changed)
            ? changed : throw new InvalidOperationException("A hash is not one.");
    }
}
