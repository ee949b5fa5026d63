namespace Moderation.Review;

/// <summary>A decision, or a case in somebody's hands.</summary>
/// <param name="Person">Null where a machine decided.</param>
/// <param name="DecidedAt">Null while they look at it.</param>
internal sealed record Work(string Queue, string? Person, DateTimeOffset? DecidedAt);

/// <summary>How quickly people decide as things stand: the pace of the last hour, for as many as are at work now. Pure.</summary>
internal static class Pace
{
    // Somebody who just began, or is about to stop, is not the whole hour.
    private const double MostChange = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="worked">Within the last hour.</param>
    /// <returns>Decisions an hour, and how far that may be off as a share of it.</returns>
    public static (double PerHour, double Spread) Of(IEnumerable<Work> worked, DateTimeOffset now)
    {
        Work[] all = [.. worked.Where(x => x.DecidedAt is not { } at || at > now - Hour && at <= now)];
        var decided = all.Count(x => x.DecidedAt is not null);
        if (decided == 0)
            return (0, BreachForecast.SpreadOf(0));

        var byPeople = all.Count(x => x is { DecidedAt: not null, Person: not null });
        int[] atWork = [.. Enumerable.Range(0, BreachForecast.Slots).Select(slot => People(all.Where(x =>
            x.DecidedAt > now - (slot + 1) * BreachForecast.Slot && x.DecidedAt <= now - slot * BreachForecast.Slot)))];
        var atWorkNow = People(all.Where(x => x.DecidedAt is null || x.DecidedAt > now - BreachForecast.Slot));
        var change = atWork.Average() is > 0 and var usual ? Math.Clamp(atWorkNow / usual, 0, MostChange) : 1;
        return (decided - byPeople + byPeople * change, BreachForecast.SpreadOf(decided));
    }

    private static int People(IEnumerable<Work> worked) => worked.Where(x => x.Person is not null).Select(x => x.Person).Distinct().Count();
}

/// <summary>Which queues the same people take from, directly or by way of another queue.</summary>
internal static class WorkPools
{
    public static IReadOnlyList<IReadOnlySet<string>> Of(IEnumerable<string> queues, IEnumerable<(string Queue, string Person)> worked)
    {
        List<HashSet<string>> pools = [.. queues.Distinct().Order(StringComparer.Ordinal).Select(x => new HashSet<string>([x]))];
        foreach (var person in worked.GroupBy(x => x.Person, x => x.Queue))
        {
            var mine = pools.Where(x => x.Overlaps(person)).ToList();
            if (mine.Count < 2)
                continue;

            foreach (var other in mine.Skip(1))
            {
                mine[0].UnionWith(other);
                pools.Remove(other);
            }
        }

        return pools;
    }
}
