using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>
/// The banks as this node last read them. The number of the last change says whether they still are so; if not, only what changed is
/// read. Whoever changes a bank does not ask, so nothing of a change that is undone comes in here. A singleton.
/// </summary>
internal sealed class KnownBanks
{
    private volatile BankMemory read = BankMemory.Nothing;

    public async Task<BankMemory> Now(ModerationDb db, CancellationToken ct)
    {
        var change = await db.Set<Head>().Where(x => x.Log == Heads.Banks).Select(x => x.Last).FirstOrDefaultAsync(ct);
        var known = read;
        if (known.Change == change)
            return known;

        var since = known.Change;
        var added = await db.BankEntries.AsNoTracking()
            .Where(x => x.AddedIn > since && x.AddedIn <= change && (x.RemovedIn == null || x.RemovedIn > change) && (x.Kind != BankMark.Text || x.Way == PlainText.Way))
            .Select(x => new { x.Bank, x.Number, x.Kind, x.Mark }).ToListAsync(ct);
        var removed = since < 0 ? [] : await db.BankEntries.AsNoTracking().Where(x => x.RemovedIn > since && x.RemovedIn <= change)
            .Select(x => new { x.Bank, x.Number }).ToListAsync(ct);
        // After the entries: a bank is there before what is in it.
        var banks = await db.Banks.AsNoTracking().Select(x => new KnownBank(x.Code, x.Purpose, x.Guideline, x.Edition)).ToListAsync(ct);
        return read = known.After(change, banks, [.. added.Select(x => (x.Bank, x.Number, x.Kind, x.Mark))], removed.Select(x => (x.Bank, x.Number)));
    }
}

/// <summary>The banks for one command, and what they say of an item.</summary>
internal sealed class BankLook(ModerationDb db, KnownBanks known)
{
    private BankMemory? now;

    public async Task<BankMemory> Now(CancellationToken ct) => now ??= await known.Now(db, ct);

    /// <summary>
    /// The bank by which an item does not break a guideline; null for none. All that it shows and says must be known to be harmless:
    /// one harmless picture beside another, or under other words, clears neither.
    /// </summary>
    public async Task<string?> ClearedBy(SubjectRef subject, string guideline, CancellationToken ct)
    {
        if (subject.Kind is not SubjectKind.Content || !(await Now(ct)).Clears(guideline))
            return null;

        var id = new ContentId(subject.Id);
        if (await db.Content.FindAsync([id], ct) is not { } item || await db.Revisions.FindAsync([id, item.Revision], ct) is not { } revision)
            return null;

        var parts = revision.Media.Select(x => Pictures.HashOf(x) is { } hash ? Clearing(now!.Find(hash), guideline) : null).ToList();
        if (revision.Text is { } text && PlainText.DigestOf(text[..Math.Min(text.Length, Likeness.Compared)], 1) is not null)
            parts.Add(Mark.Of(text) is { } mark ? Clearing(now!.Find(mark), guideline) : null);
        return parts.Contains(null) ? null : parts.FirstOrDefault();
    }

    /// <summary>The bank among these that says it does not break a guideline.</summary>
    public static string? Clearing(IEnumerable<BankHit> hits, string guideline) => hits
        .Where(x => x.Bank.Purpose is BankPurpose.Clear && x.Bank.StandsFor(guideline)).OrderBy(x => x.Distance).Select(x => x.Bank.Code).FirstOrDefault();
}
