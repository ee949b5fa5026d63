using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A job seals what was written since the last seal. Only one does at a time, wherever it runs.</summary>
[AllowedTo(Role.Product)]
public sealed record SealAudit : ICommand<int>, IHousekeeping
{
    public const int MaxEntries = 1000;

    internal sealed class Handler(ModerationDb db, Heads heads, TimeProvider clock) : IRequestHandler<SealAudit, Result<int>>
    {
        public async Task<Result<int>> Handle(SealAudit command, CancellationToken ct)
        {
            var entries = await db.Set<AuditEntry>().Where(x => x.Block == null).OrderBy(x => x.Id).Take(MaxEntries).ToListAsync(ct);
            if (entries.Count == 0)
                return 0;

            // The head tells that there was a block, should the last ones ever be gone.
            var number = await heads.Next(Heads.Audit);
            var last = await db.Set<AuditBlock>().OrderByDescending(x => x.Number).FirstOrDefaultAsync(ct);
            db.Add(AuditBlock.Over(number, last?.Hash ?? "", entries, clock.GetUtcNow()));
            return entries.Count;
        }
    }
}
