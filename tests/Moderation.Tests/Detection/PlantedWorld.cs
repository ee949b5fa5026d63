using Moderation.Detection;

namespace Moderation.Tests.Detection;

/// <summary>
/// Two weeks of a made-up network, the same for a seed: honest people of every habit, and among them, known to the test alone,
/// pods, bots and device farms.
/// </summary>
internal sealed class PlantedWorld
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;
    public const int Days = 14;

    // Midnight in UTC; what happens ends with the last of the days.
    public static readonly long Begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    public static readonly long End = Begin + Days * Day;

    private long last;

    public PlantedWorld(int seed, int people)
    {
        Chance = new(seed);
        Honest = new(this, people);
        Pods = PlantedPods.In(this);
        Honest.Live();
        Pods.Engage();
        Bots = PlantedBots.In(this);
        Farms = PlantedFarms.In(this);
        Acts = [.. Acts.Where(x => x.At < End)];
    }

    public Chances Chance { get; }

    public HonestPeople Honest { get; }

    public PlantedPods Pods { get; }

    public IReadOnlySet<long> Bots { get; }

    public IReadOnlySet<long> Farms { get; }

    public List<Act> Acts { get; private set; } = [];

    public List<Posted> Posts { get; } = [];

    public long NewId() => ++last;

    public Posted Post(long by, long at)
    {
        var post = new Posted(NewId(), by, at);
        Posts.Add(post);
        return post;
    }

    /// <summary>The ties of all accounts, as a sweep gathers them.</summary>
    public static IReadOnlyList<Tie> TiesIn(IEnumerable<Act> acts, IEnumerable<Posted> posts)
    {
        var known = posts.ToDictionary(x => x.What);
        var times = known.Values.ToLookup(x => x.Who, x => x.At);
        return [.. acts.GroupBy(x => x.Who).SelectMany(x => QuickTies.Of(
            x.Key, x, known, QuickTies.Candidates(x.Key, x, known), author => [.. times[author]]))];
    }

    public static IEnumerable<Suspected> FarmsIn(IEnumerable<Act> acts) => acts
        .Where(x => x.Device != 0 && x.At >= End - Day).GroupBy(x => x.Device).SelectMany(x => DeviceFarm.Suspect([.. x]));

    public static IEnumerable<Suspected> RhythmsIn(IEnumerable<Act> acts) => acts
        .Where(x => x.At >= End - 2 * Day).GroupBy(x => x.Who, x => x.At).Select(x => MachineRhythm.Suspect(x.Key, x)).OfType<Suspected>();

    public static IEnumerable<Suspected> PodsIn(IEnumerable<Act> acts, IEnumerable<Posted> posts) => Moderation.Detection.Pods.Suspect(TiesIn(acts, posts));
}

/// <summary>Draws, all from one seed.</summary>
internal sealed class Chances(int seed)
{
#pragma warning disable CA5394 // A made-up world needs no secrecy.
    private readonly Random random = new(seed);

    public double Share() => random.NextDouble();

    public bool Is(double likely) => random.NextDouble() < likely;

    public int Whole(int from, int until) => random.Next(from, until);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
#pragma warning restore CA5394

    public double Between(double from, double to) => from + (to - from) * Share();

    public double Exponential(double mean) => -mean * Math.Log(1 - Share());

    /// <summary>Around a median, spread by so many natural logarithms.</summary>
    public double Lognormal(double median, double spread) =>
        median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share()));

    /// <summary>1 or more; few are large.</summary>
    public double Power(double exponent, double most) => Math.Min(most, Math.Pow(1 - Share(), -1 / exponent));

    public int Poisson(double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = Share(); product > left; product *= Share())
            count++;
        return count;
    }
}
