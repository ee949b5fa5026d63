using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A job seals what was written since the last seal. Only one does at a time, wherever it runs.</summary>
[AllowedTo(Role.Product)]
public sealed record SealAudit : ICommand<int>, IHousekeeping
{
    public const int MaxEntries = 1000;

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<SealAudit, Result<int>>
    {
        public async Task<Result<int>> Handle(SealAudit command, CancellationToken ct)
        {
            var entries = await db.Set<AuditEntry>().Where(x => x.Block == null).OrderBy(x => x.Id).Take(MaxEntries).ToListAsync(ct);
            if (entries.Count == 0)
                return 0;

            var last = await db.Set<AuditBlock>().OrderByDescending(x => x.Number).FirstOrDefaultAsync(ct);
            var block = AuditBlock.Seal((last?.Number ?? 0) + 1, last?.Hash ?? "", entries, clock.GetUtcNow());
            db.Add(block);
            foreach (var entry in entries)
                entry.SealInto(block.Number);

            return entries.Count;
        }
    }
}
