using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>Something the host says again and again, of which the latest holds.</summary>
internal interface IFact<TSelf> where TSelf : class
{
    /// <summary>See <see cref="FactKey"/>.</summary>
    long Key { get; }

    /// <summary>Whether both speak of the same thing; if not, their keys met by chance.</summary>
    bool IsAbout(TSelf other);

    /// <summary>Takes the other's word where it is the later one, and says whether it was.</summary>
    bool Take(TSelf told);

    /// <summary>Its key was taken by something else: the next one.</summary>
    void MoveKey();
}

/// <summary>Whether it holds, or was taken back. Stored by number.</summary>
internal enum FactState
{
    Holds,
    Undone,
}

/// <summary>Brings what is told together with what is stored. The order it comes in changes nothing.</summary>
internal sealed class LatestFacts(ModerationDb db)
{
    /// <summary>For each, whether it was news.</summary>
    public async Task<bool[]> Merge<T>(IReadOnlyList<T> told, CancellationToken ct) where T : class, IFact<T>
    {
        var known = new Dictionary<long, T>();
        foreach (var keys in told.Select(x => x.Key).Distinct().Chunk(Parts.Size))
            foreach (var stored in await db.Set<T>().Where(x => keys.Contains(EF.Property<long>(x, nameof(IFact<T>.Key)))).ToListAsync(ct))
                known[stored.Key] = stored;

        var news = new bool[told.Count];
        for (var i = 0; i < told.Count; i++)
            news[i] = await Put(told[i], known, ct);
        return news;
    }

    private async Task<bool> Put<T>(T fact, Dictionary<long, T> known, CancellationToken ct) where T : class, IFact<T>
    {
        while (known.TryGetValue(fact.Key, out var kept))
        {
            if (kept.IsAbout(fact))
                return kept.Take(fact);

            fact.MoveKey();
            if (!known.ContainsKey(fact.Key) && await db.Set<T>().FindAsync([fact.Key], ct) is { } stored)
                known[fact.Key] = stored;
        }

        known[fact.Key] = db.Add(fact).Entity;
        return true;
    }
}
