namespace Moderation.Review;

/// <summary>What is known of people who take from the same queues, and of what waits there.</summary>
/// <param name="PerHour">Decisions an hour as things stand.</param>
/// <param name="Spread">How far that may be off, as a share of it; see <see cref="BreachForecast.SpreadOf"/>.</param>
/// <param name="ArrivingPerHour">New cases an hour.</param>
/// <param name="Arriving">Priorities that new cases would have, in any order; a sample.</param>
/// <param name="First">What would be claimed within the hour even on the best of days, in any order.</param>
/// <param name="Beyond">For each ten minutes how many fall due of what waits behind those.</param>
internal sealed record QueueOutlook(
    double PerHour, double Spread, double ArrivingPerHour, IReadOnlyList<double> Arriving, IReadOnlyList<WaitingCase> First,
    IReadOnlyList<int> Beyond);

/// <param name="DueIn">Until it is over its time; below zero where it is already.</param>
internal readonly record struct WaitingCase(double Priority, TimeSpan DueIn);

/// <summary>How many cases go over their time within ten minutes: four times of five between low and high.</summary>
public sealed record ExpectedLate(double Low, double Likely, double High);

/// <summary>
/// Which cases will be over their time in the next hour, if people go on as they do. Cases are taken in the order of their
/// priority, so a case is decided once as many were decided as stand before it and come before it meanwhile: its place decides,
/// not its row. Pure.
/// </summary>
internal static class BreachForecast
{
    public const int Slots = 6;

    // The normal quantile of 0.9: four of five lie between it and its like below.
    private const double Z = 1.2815515655446004;

    // People come, go and pause within an hour; as seen in the simulated day of the benchmarks.
    private const double Unrest = 0.2;

    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(10);

    /// <summary>How far a pace may be off that was seen in so many decisions.</summary>
    public static double SpreadOf(int decisions) => Math.Min(0.7, Math.Sqrt(1.0 / Math.Max(1, decisions) + Unrest * Unrest));

    /// <summary>For each ten minutes of the next hour.</summary>
    public static ExpectedLate[] Of(IEnumerable<QueueOutlook> queues)
    {
        ExpectedLate[][] each = [.. queues.Select(Of)];
        return [.. Enumerable.Range(0, Slots).Select(slot => Sum(each.Select(x => x[slot])))];
    }

    /// <summary>What is independent adds up, but not its extremes: hardly ever is it bad everywhere at once.</summary>
    public static ExpectedLate Sum(IEnumerable<ExpectedLate> parts)
    {
        var (likely, below, above) = (0.0, 0.0, 0.0);
        foreach (var part in parts.OrderBy(x => x.Likely).ThenBy(x => x.Low).ThenBy(x => x.High))
            (likely, below, above) = (likely + part.Likely, below + Square(part.Likely - part.Low), above + Square(part.High - part.Likely));
        return new(Math.Max(0, likely - Math.Sqrt(below)), likely, likely + Math.Sqrt(above));
    }

    public static ExpectedLate[] Of(QueueOutlook queue)
    {
        var late = new (double Low, double Likely, double High)[Slots];
        double[] arriving = [.. queue.Arriving.Order()];
        foreach (var (waiting, ahead) in queue.First.OrderByDescending(x => x.Priority).ThenBy(x => x.DueIn).Select((x, at) => (x, at)))
        {
            if (waiting.DueIn <= TimeSpan.Zero || waiting.DueIn > Slots * Slot)
                continue;

            var hours = waiting.DueIn.TotalHours;
            var jumping = queue.ArrivingPerHour * hours * Above(arriving, waiting.Priority);
            var (needed, decided) = (ahead + 1 + jumping, queue.PerHour * hours);
            var deviation = Math.Sqrt(decided + jumping + Square(queue.Spread * decided));
            ref var slot = ref late[(int)((waiting.DueIn.Ticks - 1) / Slot.Ticks)];
            slot.Likely += deviation > 0 ? Normal((needed - 0.5 - decided) / deviation) : 1;
            slot.Low += needed > decided + Z * deviation ? 1 : 0;
            slot.High += needed > Math.Max(0, decided - Z * deviation) ? 1 : 0;
        }

        return [.. late.Select((x, at) => new ExpectedLate(Math.Min(x.Low, x.Likely) + queue.Beyond[at], x.Likely + queue.Beyond[at], Math.Max(x.High, x.Likely) + queue.Beyond[at]))];
    }

    private static double Above(double[] sorted, double priority)
    {
        if (sorted.Length == 0)
            return 0;

        var at = Array.BinarySearch(sorted, priority);
        at = at < 0 ? ~at : at + 1;
        return (double)(sorted.Length - at) / sorted.Length;
    }

    private static double Square(double x) => x * x;

    // The standard normal distribution; Zelen and Severo's approximation, off by 7.5e-8 at most.
    private static double Normal(double x)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(x));
        var tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }
}
