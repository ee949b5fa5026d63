using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>How marks come into a bank: each once, all of one command with one change.</summary>
internal sealed class BankFiling(ModerationDb db, Heads heads, BankRights rights, TimeProvider clock)
{
    public async Task<AddToBank.Answer> Add(Bank bank, IEnumerable<Mark> marks, string? note, ContentId? from, CancellationToken ct)
    {
        var wanted = marks.Distinct().ToList();
        var there = new HashSet<Mark>();
        foreach (var some in wanted.Chunk(Parts.Size))
        {
            var digits = some.Select(x => x.Digits).ToArray();
            there.UnionWith((await db.BankEntries.AsNoTracking().Where(x => x.Bank == bank.Code && x.RemovedIn == null && digits.Contains(x.Mark)).ToListAsync(ct))
                .Where(x => !x.IsOutdated).Select(x => new Mark(x.Kind, x.Mark)));
        }

        wanted.RemoveAll(there.Contains);
        if (wanted.Count == 0)
            return new(0, there.Count, bank.Edition);

        var (change, now) = (await heads.Next(Heads.Banks), clock.GetUtcNow());
        foreach (var mark in wanted)
            db.Add(BankEntry.Of(bank, mark, note, from, rights.Me, change, now));
        bank.Change(rights.Me, now);
        return new(wanted.Count, there.Count, bank.Edition);
    }
}
