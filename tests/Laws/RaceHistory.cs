using System.Collections.Concurrent;
using System.Diagnostics;

namespace Moderation.Laws;

/// <summary>What a case is ordered by; the smallest comes first.</summary>
internal sealed record Key(double Priority, long DueAt, string Id) : IComparable<Key>
{
    public int CompareTo(Key? other) => other is null ? -1 : (-Priority, DueAt).CompareTo((-other.Priority, other.DueAt)) is var order and not 0
        ? order
        : string.CompareOrdinal(Id, other.Id);
}

public enum RaceAct
{
    Decide,
    Release,
    Renew,

    /// <summary>The lease came to its end, as time would have brought it.</summary>
    Expire,
}

/// <summary>A case as it was when the race began.</summary>
internal sealed record Racer(string Id, string Lane, string Author);

/// <summary>From some time in this span on a case had this key; before it, the one before.</summary>
internal sealed record Ranked(string Case, long Start, long End, Key Key);

/// <summary>Somebody asked for the next case. All times are ticks of one clock.</summary>
/// <param name="Case">Null where nothing waited.</param>
/// <param name="LeaseEnd">When it ended by itself, unless renewed.</param>
internal sealed record Asked(string Person, long Start, long End, string? Case, long Number, long LeaseEnd);

/// <summary>Something was tried with a claim.</summary>
/// <param name="Accepted">Null where no answer came, because the node was killed.</param>
/// <param name="LeaseEnd">Of a renewal.</param>
internal sealed record Tried(RaceAct Act, string Case, long Number, long Start, long End, bool? Accepted, long LeaseEnd = 0);

/// <summary>Who may take what.</summary>
/// <param name="Lanes">Null for all.</param>
/// <param name="Own">Their own account.</param>
internal sealed record Contestant(string Person, IReadOnlySet<string>? Lanes, string? Own)
{
    public bool MayTake(Racer racer) => racer.Author != Own && (Lanes is null || racer.Lane is "" || Lanes.Contains(racer.Lane));
}

/// <summary>All that happened in a race, as it was seen from outside.</summary>
internal sealed class RaceHistory
{
    private readonly long from = DateTime.UtcNow.Ticks;
    private readonly Stopwatch passed = Stopwatch.StartNew();

    public ConcurrentBag<Contestant> People { get; } = [];

    public ConcurrentBag<Racer> Cases { get; } = [];

    public ConcurrentBag<Ranked> Ranks { get; } = [];

    public ConcurrentBag<Asked> Claims { get; } = [];

    public ConcurrentBag<Tried> Tries { get; } = [];

    /// <summary>The wall clock, but never backwards.</summary>
    public long Now => from + passed.Elapsed.Ticks;
}
