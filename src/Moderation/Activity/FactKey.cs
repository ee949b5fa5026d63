namespace Moderation.Activity;

/// <summary>
/// One number for what a fact is about, so that many are found by one question. What goes in are keyed hashes already, so
/// nobody outside can make two of them meet.
/// </summary>
internal static class FactKey
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    public static long Of(params ReadOnlySpan<long> parts)
    {
        var hash = Gamma;
        foreach (var part in parts)
            hash = Mix(hash + (ulong)part) + Gamma;
        return (long)Mix(hash);
    }

    // SplitMix64 (Steele, Lea, Flood 2014): every bit in changes half of the bits out.
    private static ulong Mix(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
