using Moderation.Guidelines;
using Moderation.Review;

namespace Moderation.Benchmarks;

/// <summary>
/// Made-up days are played out, and each ten minutes what the forecast says of the next hour is kept beside what then went over its
/// time. Beside it two who know less: one expects everything open that falls due, one the number of the hour before.
/// </summary>
internal static class Forecast
{
    private static readonly TimeSpan Warm = TimeSpan.FromHours(3);

    public static int Measure(int days)
    {
        var seen = new List<(ExpectedLate Said, int Happened, int Due, int Before)>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var day = 0; day < days; day++)
            seen.AddRange(Day(day));

        Figures.Say("days", days, "");
        Figures.Say("ten minutes foretold", seen.Count, "");
        Figures.Say("went over their time", seen.Average(x => x.Happened), "per 10 min");
        Figures.Say("forecast: mean error", seen.Average(x => Math.Abs(x.Said.Likely - x.Happened)), "cases");
        Figures.Say("forecast: bias", seen.Average(x => x.Said.Likely - x.Happened), "cases");
        Figures.Say("inside low..high", 100 * seen.Average(x => x.Happened >= Math.Floor(x.Said.Low) && x.Happened <= Math.Ceiling(x.Said.High) ? 1.0 : 0), "%");
        Figures.Say("width of low..high", seen.Average(x => x.Said.High - x.Said.Low), "cases");
        Figures.Say("all due: mean error", seen.Average(x => Math.Abs((double)x.Due - x.Happened)), "cases");
        Figures.Say("all due: bias", seen.Average(x => (double)x.Due - x.Happened), "cases");
        Figures.Say("hour before: mean error", seen.Average(x => Math.Abs((double)x.Before - x.Happened)), "cases");
        Figures.Say("hour before: bias", seen.Average(x => (double)x.Before - x.Happened), "cases");
        Figures.Say("in all", clock.Elapsed.TotalSeconds, "s");
        return 0;
    }

    private static IEnumerable<(ExpectedLate, int, int, int)> Day(int seed)
    {
        var day = new SimulatedDay(seed);
        var waiting = new List<(DateTimeOffset At, ExpectedLate[] Said, int[] Due)>();
        for (var at = SimulatedDay.Start; at < SimulatedDay.End; at += BreachForecast.Slot)
        {
            day.PlayUntil(at);
            if (at >= SimulatedDay.Start + Warm && at <= SimulatedDay.End - TimeSpan.FromHours(1) - BreachForecast.Slot)
                waiting.Add((at, BreachForecast.Of(day.Outlooks()), [.. Enumerable.Range(0, BreachForecast.Slots).Select(day.DueIn)]));
        }

        day.PlayUntil(SimulatedDay.End);
        return waiting.SelectMany(x => x.Said.Select((said, slot) => (
            said, day.Late(x.At + slot * BreachForecast.Slot), x.Due[slot], day.Late(x.At + (slot - BreachForecast.Slots) * BreachForecast.Slot))));
    }
}
