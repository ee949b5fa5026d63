namespace Moderation.Detection;

/// <summary>
/// An account that goes on like a machine: the time between its acts is nearly always the same, hour after hour, day and night.
/// People act in bursts with long and short pauses and sleep once a day, whatever their hours; a team that works around the
/// clock never pauses, but its pauses are as uneven as anybody's. So it takes both: many hours, and little unevenness.
/// </summary>
internal static class MachineRhythm
{
    public const string Name = "engagement.machine-rhythm";
    public const string Version = "1";

    /// <summary>Of acts within a day; with fewer, chance looks even too.</summary>
    public const int LeastActs = 100;

    /// <summary>Hours of a day with an act in them; nobody is awake longer.</summary>
    public const int AroundTheClock = 20;

    /// <summary>At most, for those who go on around the clock.</summary>
    public const double UnevenAroundTheClock = 0.6;

    /// <summary>Hours of a day; in one sitting people too may go on evenly.</summary>
    public const int Working = 6;

    /// <summary>At most, for those who work only part of the day.</summary>
    public const double UnevenWorking = 0.35;

    /// <summary>What is looked at; the day with most hours in it counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private const int HoursADay = 24;
    private const long Hour = 3_600_000;

    // From under a second to over a day, two a doubling.
    private const int Lengths = 36;

    /// <param name="Acts">Within the day that counts.</param>
    /// <param name="Hours">Of that day, with an act in them.</param>
    /// <param name="Uneven">Entropy of the pauses' lengths, 0 (all alike) to 1 (every length as often).</param>
    /// <param name="LongestPause">In milliseconds.</param>
    public sealed record Found(int Acts, int Hours, double Uneven, long LongestPause, double Score);

    /// <summary>When one account acted within the window, in milliseconds; their order does not matter.</summary>
    public static Found? In(IEnumerable<long> instants)
    {
        long[] at = [.. instants.Order()];
        if (at.Length < LeastActs)
            return null;

        var (begin, hours) = FullestDay(at);
        long[] day = [.. at.Where(x => Math.Floor((double)x / Hour) >= begin && Math.Floor((double)x / Hour) < begin + HoursADay)];
        if (day.Length < LeastActs || hours < Working)
            return null;

        long[] pauses = [.. day.Zip(day.Skip(1), (x, y) => y - x)];
        var uneven = Unevenness(pauses);
        return hours >= AroundTheClock && uneven <= UnevenAroundTheClock || uneven <= UnevenWorking
            ? new(day.Length, hours, uneven, pauses.Max(), (1 - uneven + (double)hours / HoursADay) / 2)
            : null;
    }

    public static Suspected? Suspect(long who, IEnumerable<long> instants) => In(instants) is not { } found ? null : new(
        who, Name, Version, "machine rhythm", found.Score,
        Explained.By("MachineRhythm", found.Acts, found.Hours, found.LongestPause / 60_000.0, found.Uneven * 100));

    /// <summary>Normalised Shannon entropy of lengths counted two to a doubling: bursts spread over many, a machine over few.</summary>
    public static double Unevenness(IReadOnlyCollection<long> pauses) => pauses.CountBy(LengthOf).Select(x => (double)x.Value / pauses.Count)
        .Sum(x => -x * Math.Log(x)) / Math.Log(Lengths);

    private static int LengthOf(long pause) => pause < 1000 ? 0 : Math.Min(1 + (int)(2 * Math.Log2(pause / 1000.0)), Lengths - 1);

    private static (double Begin, int Hours) FullestDay(long[] at)
    {
        double[] hours = [.. at.Select(x => Math.Floor((double)x / Hour)).Distinct()];
        return hours.Select(x => (Begin: x, Hours: hours.Count(y => y >= x && y < x + HoursADay))).MaxBy(x => x.Hours);
    }
}
