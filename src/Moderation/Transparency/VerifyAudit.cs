using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>An administrator asks whether the audit log is as it was sealed. All of it is read, a little at a time.</summary>
/// <param name="After">The number of the last block known to be looked at; 0 to begin.</param>
/// <param name="Blocks">How many blocks to look at, 1 and up; the whole log unless said.</param>
[AllowedTo(Role.Admin, Role.Product)]
public sealed record VerifyAudit(long After = 0, int Blocks = int.MaxValue) : IQuery<VerifyAudit.Answer>
{
    /// <summary>How many faults are named; there may be more.</summary>
    public const int MaxFaults = 100;

    public enum FaultKind
    {
        /// <summary>An entry does not say what it said.</summary>
        Tampered,

        /// <summary>An entry, or a block, is gone.</summary>
        Missing,

        /// <summary>An entry stands in another place of its block.</summary>
        Reordered,

        /// <summary>An entry was put into a block later.</summary>
        Added,

        /// <summary>A block is not as it was sealed, or not over what came before.</summary>
        BlockAltered,

        /// <summary>The last blocks are gone.</summary>
        TailMissing,
    }

    /// <param name="Blocks">How many were looked at.</param>
    /// <param name="Unsealed">Entries that no block holds yet.</param>
    /// <param name="Last">The number of the last block there ought to be.</param>
    /// <param name="LastSealedAt">Of the last block there is.</param>
    /// <param name="Next">What to go on after; null at the end.</param>
    public sealed record Answer(
        long Blocks, long Entries, long Unsealed, long Last, DateTimeOffset? LastSealedAt, long? Next, IReadOnlyList<Fault> Faults)
    {
        public bool IsSound => Faults.Count == 0;
    }

    /// <param name="Entry">The id of the entry; null where a whole block is meant.</param>
    /// <param name="Place">From 0.</param>
    public sealed record Fault(FaultKind Kind, long Block, int? Place, Guid? Entry);

    internal sealed class Validator : AbstractValidator<VerifyAudit>
    {
        public Validator()
        {
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
            RuleFor(x => x.Blocks).GreaterThan(0);
        }
    }

    internal sealed class Handler(ModerationDb db, Heads heads) : IRequestHandler<VerifyAudit, Result<Answer>>
    {
        // A block may hold a thousand entries, so this bounds what is held at once.
        private const int BlocksAtOnce = 20;

        public async Task<Result<Answer>> Handle(VerifyAudit query, CancellationToken ct)
        {
            var head = await heads.Last(Heads.Audit, ct);
            var check = new AuditCheck(query.After, await HashOf(query.After, ct));
            var (left, done) = (query.Blocks, false);
            while (left > 0 && !done)
            {
                var after = check.Number;
                var blocks = await db.Set<AuditBlock>().AsNoTracking().Where(x => x.Number > after).OrderBy(x => x.Number)
                    .Take(Math.Min(left, BlocksAtOnce)).ToListAsync(ct);
                left -= blocks.Count;
                await Read(check, blocks, ct);
                done = blocks.Count == 0;
            }

            var last = await db.Set<AuditBlock>().AsNoTracking().OrderByDescending(x => x.Number).Select(x => (DateTimeOffset?)x.SealedAt).FirstOrDefaultAsync(ct);
            if (done)
                await End(check, head, ct);
            var unsealed = await db.Set<AuditEntry>().LongCountAsync(x => x.Block == null, ct);
            return new Answer(check.Blocks, check.Entries, unsealed, head, last, done ? null : check.Number, check.Faults);
        }

        private async Task<string> HashOf(long number, CancellationToken ct) =>
            await db.Set<AuditBlock>().Where(x => x.Number == number).Select(x => x.Hash).FirstOrDefaultAsync(ct) ?? "";

        private async Task Read(AuditCheck check, List<AuditBlock> blocks, CancellationToken ct)
        {
            foreach (var block in blocks)
            {
                check.Begin(block);
                await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(x => x.Block == block.Number).OrderBy(x => x.Id).AsAsyncEnumerable().WithCancellation(ct))
                    check.Take(entry);
                check.End();
            }
        }

        // What stands in a block that is not there shows which one is gone; so does the head.
        private async Task End(AuditCheck check, long head, CancellationToken ct)
        {
            var last = check.Number;
            var orphan = await db.Set<AuditEntry>().Where(x => x.Block > last).MaxAsync(x => x.Block, ct) ?? 0;
            check.Tail(Math.Max(head, orphan));
        }
    }
}
