using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>Gives rulebooks understood; each version is read once. A singleton.</summary>
internal sealed class Rulebooks
{
    // With the digest: a version seen inside a transaction that was undone must not answer for the one stored later.
    private readonly ConcurrentDictionary<(int Number, string Digest), Rulebook> read = new();

    /// <summary>The rulebook that counted at an instant; there is always one once the product has started.</summary>
    public Task<Rulebook> InForce(ModerationDb db, DateTimeOffset at, CancellationToken ct) =>
        First(db.RulebookVersions.InForceAt(at), ct);

    /// <summary>The version that a decision was made on.</summary>
    public Task<Rulebook> Version(ModerationDb db, int number, CancellationToken ct) =>
        First(db.RulebookVersions.Where(x => x.Number == number), ct);

    private async Task<Rulebook> First(IQueryable<RulebookVersion> versions, CancellationToken ct)
    {
        var found = await versions.Select(x => new { x.Number, x.Digest }).FirstAsync(ct);
        if (read.TryGetValue((found.Number, found.Digest), out var known))
            return known;

        var json = await versions.Where(x => x.Number == found.Number).Select(x => x.Json).FirstAsync(ct);
        return read.GetOrAdd((found.Number, found.Digest), RulebookFile.Read(EarlierRulebook.Today(json), found.Number).Match(
            ok: x => x,
            refused: x => throw new InvalidOperationException(
                $"Rulebook {found.Number} is stored unreadable. {x.Words}")));
    }
}
