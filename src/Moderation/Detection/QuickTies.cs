namespace Moderation.Detection;

/// <summary>That one account was there within minutes of another's posts, again and again.</summary>
/// <param name="From">Who came, by key.</param>
/// <param name="To">Whose posts, by key.</param>
/// <param name="Quick">To how many of them.</param>
/// <param name="Posts">Of how many.</param>
/// <param name="Chance">How many it would be by chance.</param>
public readonly record struct Tie(long From, long To, int Quick, int Posts, double Chance);

/// <summary>
/// Finds whose posts an account turns up at. What chance would give is drawn from the account itself: how often it is about at
/// that hour of the day for anything else. So somebody who is always online needs far more to be noticed.
/// </summary>
internal static class QuickTies
{
    /// <summary>Fewer are no habit.</summary>
    public const int LeastQuick = 4;

    /// <summary>Of the other's posts; friends miss most of each other's.</summary>
    public const double LeastShare = 0.5;

    /// <summary>At most so likely to come about by chance; a group needs many at once, both ways.</summary>
    public const double MostLikely = 0.01;

    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    public static readonly TimeSpan Quick = TimeSpan.FromMinutes(10);

    private const int HoursADay = 24;
    private const long Hour = 3_600_000;

    /// <summary>To how many posts of each author this account came quickly, where they may be enough.</summary>
    public static Dictionary<long, int> Candidates(long who, IEnumerable<Act> acts, IReadOnlyDictionary<long, Posted> posts) => acts
        .Select(x => QuickAt(x, posts)).OfType<Posted>().Where(x => x.Who != who).Distinct().CountBy(x => x.Who).Where(x => x.Value >= LeastQuick).ToDictionary(x => x.Key, x => x.Value);

    /// <param name="acts">All that the account did within the window.</param>
    /// <param name="candidates">See <see cref="Candidates"/>.</param>
    /// <param name="postsOf">When each of them posted within the window.</param>
    public static IEnumerable<Tie> Of(
        long who, IEnumerable<Act> acts, IReadOnlyDictionary<long, Posted> posts, IReadOnlyDictionary<long, int> candidates,
        Func<long, IReadOnlyCollection<long>> postsOf)
    {
        var habit = candidates.Where(x => x.Value >= postsOf(x.Key).Count * LeastShare).ToDictionary();
        // Coming when called says nothing of when it would be there anyway.
        var presence = Presence(acts.Where(x => QuickAt(x, posts) is not { } post || !habit.ContainsKey(post.Who)));
        return from candidate in habit
               orderby candidate.Key
               let times = postsOf(candidate.Key)
               // Sums of fractions depend on their order; this one must not.
               let chance = times.Order().Sum(x => presence[HourOf(x)])
               where AtLeast(candidate.Value, chance) <= MostLikely
               select new Tie(who, candidate.Key, candidate.Value, times.Count, chance);
    }

    /// <summary>How likely so many or more are where so many are expected, after Poisson.</summary>
    public static double AtLeast(int count, double expected)
    {
        var (fewer, term) = (0.0, Math.Exp(-expected));
        for (var i = 0; i < count; i++)
        {
            fewer += term;
            term *= expected / (i + 1);
        }

        return Math.Max(0, 1 - fewer);
    }

    private static Posted? QuickAt(Act act, IReadOnlyDictionary<long, Posted> posts) =>
        posts.TryGetValue(act.What, out var post) && act.At >= post.At && act.At - post.At <= Quick.TotalMilliseconds ? post : null;

    // For each hour of the day: how likely it is about within a stretch as long as "quick".
    private static double[] Presence(IEnumerable<Act> acts)
    {
        var stretch = (long)Quick.TotalMilliseconds;
        var present = new int[HoursADay];
        foreach (var start in acts.Select(x => x.At / stretch).Distinct())
            present[HourOf(start * stretch)]++;

        // One more and two more (Laplace): nobody is never about.
        var stretches = Window.TotalDays * Hour / stretch;
        return [.. present.Select(x => Math.Min(1, (x + 1) / (stretches + 2)))];
    }

    private static int HourOf(long at) => (int)(at / Hour % HoursADay);
}
