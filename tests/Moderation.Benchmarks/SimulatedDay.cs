using Moderation.Guidelines;
using Moderation.Review;

namespace Moderation.Benchmarks;

/// <summary>
/// A day with a pattern: more comes by day, with bursts; people come, go and pause, each with queues of their own and a pace of
/// their own; whoever is free takes the gravest case of their queues, as the product does.
/// </summary>
internal sealed class SimulatedDay
{
    private const double SlowestMinutes = 3;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Start + TimeSpan.FromHours(24);

    private static readonly string[] Queues = ["scams", "violence", "spam", "dutch", "legal"];
    private static readonly double[] Shares = [0.34, 0.16, 0.32, 0.12, 0.06];
    private static readonly CaseDueHours Hours = new(1, 3, 8, 24);

    private readonly Random chance;
    private readonly double perHour;
    private readonly List<Person> people = [];
    private readonly List<Waiting> open = [];
    private readonly List<(string Queue, double Priority, DateTimeOffset At)> arrived = [];
    private readonly List<Work> worked = [];
    private readonly Dictionary<DateTimeOffset, int> late = [];
    private DateTimeOffset now = Start;
    private DateTimeOffset burstUntil;
    private int burst;

    public SimulatedDay(int seed)
    {
        chance = new Random(seed);
        perHour = 90 + chance.Next(120);
        // As many as the day asks for, or too few, or too many; in shifts.
        var needed = perHour / 16 * (0.75 + 0.5 * chance.NextDouble()) * 3;
        for (var i = 0; i < needed; i++)
        {
            var from = i % 3 * 8 + 2 * chance.NextDouble() - 1;
            var queues = i % 5 == 4 ? [Queues[3], Queues[4]] : i % 5 == 3 ? [Queues[2], Queues[0]] : Queues[..3];
            people.Add(new($"p{i}", queues, Start + TimeSpan.FromHours(from), Start + TimeSpan.FromHours(from + 7 + 2 * chance.NextDouble()), SlowestMinutes * (0.6 + 0.8 * chance.NextDouble())));
        }

        // What waits when the day begins.
        for (var i = 0; i < perHour * (0.5 + 2.5 * chance.NextDouble()); i++)
            Arrive(Start - TimeSpan.FromHours(6 * chance.NextDouble()));
    }

    /// <summary>How many went over their time within the ten minutes from then.</summary>
    public int Late(DateTimeOffset from) => late.GetValueOrDefault(from);

    public int DueIn(int slot) => open.Count(x => x.DueAt > now + slot * BreachForecast.Slot && x.DueAt <= now + (slot + 1) * BreachForecast.Slot);

    public void PlayUntil(DateTimeOffset until)
    {
        for (; now < until; now += TimeSpan.FromSeconds(10))
        {
            var rate = perHour * Pattern(now) * (now < burstUntil ? 3 : 1) / 360;
            for (var left = chance.NextDouble(); left > Math.Exp(-rate); left *= chance.NextDouble())
                Arrive(now, now < burstUntil ? burst : null);
            if (chance.NextDouble() < 1.0 / 2880)
                (burstUntil, burst) = (now + TimeSpan.FromMinutes(10 + 30 * chance.NextDouble()), chance.Next(Queues.Length));
            foreach (var gone in open.Where(x => x.DueAt > now && x.DueAt <= now + TimeSpan.FromSeconds(10)))
                late[Slot(gone.DueAt)] = late.GetValueOrDefault(Slot(gone.DueAt)) + 1;
            foreach (var person in people.OrderBy(_ => chance.Next()))
                Go(person);
        }
    }

    /// <summary>What the product would know at this moment.</summary>
    public IReadOnlyList<QueueOutlook> Outlooks()
    {
        Work[] recent = [.. worked.Where(x => x.DecidedAt > now.AddHours(-1)), .. people.Where(x => x.Case is not null).Select(x => new Work(x.Case!.Queue, x.Name, null))];
        return [.. WorkPools.Of(Queues, recent.Select(x => (x.Queue, x.Person!))).Select(pool =>
        {
            var (pace, spread) = Pace.Of(recent.Where(x => pool.Contains(x.Queue)), now);
            var came = arrived.Where(x => x.At > now.AddHours(-2) && pool.Contains(x.Queue)).ToList();
            return new QueueOutlook(
                pace, spread, came.Count / 2.0, [.. came.Select(x => x.Priority - (now.AddMinutes(30) - x.At) / CasePriority.AgeConstant)],
                [.. open.Where(x => pool.Contains(x.Queue)).Select(x => new WaitingCase(x.Priority, x.DueAt - now))], new int[BreachForecast.Slots]);
        })];
    }

    private static DateTimeOffset Slot(DateTimeOffset at) => new(at.UtcTicks - 1 - (at.UtcTicks - 1) % BreachForecast.Slot.Ticks, TimeSpan.Zero);

    // Least at four in the morning, most at eight in the evening.
    private static double Pattern(DateTimeOffset at) => 1 + 0.55 * Math.Sin((at.TimeOfDay.TotalHours - 10) / 24 * 2 * Math.PI) + 0.15 * Math.Sin(at.TimeOfDay.TotalHours / 12 * 2 * Math.PI);

    private void Arrive(DateTimeOffset at, int? queue = null)
    {
        var severity = chance.NextDouble() switch { < 0.06 => Severity.Severe, < 0.3 => Severity.High, < 0.65 => Severity.Medium, _ => Severity.Low };
        var named = Queues[queue ?? Weighted()];
        var priority = CasePriority.Of(severity, (long)Math.Exp(9 * chance.NextDouble()), 1 + chance.Next(4), chance.NextDouble(), CaseSources.Member, at);
        open.Add(new(named, priority, at + TimeSpan.FromHours(Hours.For(severity))));
        arrived.Add((named, priority, at));
    }

    private int Weighted()
    {
        var at = chance.NextDouble();
        return Math.Min(Queues.Length - 1, Shares.TakeWhile((_, x) => Shares.Take(x + 1).Sum() < at).Count());
    }

    private void Go(Person person)
    {
        if (person.Case is { } held && person.Until <= now)
        {
            open.Remove(held);
            worked.Add(new(held.Queue, person.Name, now));
            person.Case = null;
            // A break now and then.
            person.Until = chance.NextDouble() < 0.02 ? now + TimeSpan.FromMinutes(5 + 20 * chance.NextDouble()) : now;
        }

        if (person.Case is not null || person.Until > now || now < person.From || now > person.To)
            return;

        person.Case = open.Where(x => !x.IsHeld && person.Queues.Contains(x.Queue)).MaxBy(x => x.Priority);
        if (person.Case is { } taken)
            (taken.IsHeld, person.Until) = (true, now + TimeSpan.FromMinutes(person.Minutes * (0.3 - Math.Log(1 - 0.99 * chance.NextDouble()) * 0.8)));
    }

    private sealed record Person(string Name, string[] Queues, DateTimeOffset From, DateTimeOffset To, double Minutes)
    {
        public Waiting? Case { get; set; }

        public DateTimeOffset Until { get; set; }
    }

    private sealed record Waiting(string Queue, double Priority, DateTimeOffset DueAt)
    {
        public bool IsHeld { get; set; }

        // Two of the same kind at the same instant are two.
        public bool Equals(Waiting? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
