using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker asks which disputes wait, the one due first on top. Their own are only counted.</summary>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.FactChecker)]
public sealed record DisputeQueue(int Take = 50) : IQuery<DisputeQueue.Answer>
{
    /// <param name="Count">How many wait, 10,000 at most.</param>
    /// <param name="Overdue">How many of them are late, 10,000 at most.</param>
    /// <param name="LeftOut">How many wait that are this person's own.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, int Overdue, int LeftOut);

    /// <param name="Claim">What was checked.</param>
    public sealed record Row(
        DisputeId Id, FactCheckId FactCheck, string Claim, string Publisher, Rating Rating, string Handle, DateTimeOffset FiledAt, DateTimeOffset DueAt, DisputeState State);

    internal sealed class Handler(ModerationDb db, Call call, DisputeSight sight, TimeProvider clock) : IRequestHandler<DisputeQueue, Result<Answer>>
    {
        private const int CountCap = 10_000;

        public async Task<Result<Answer>> Handle(DisputeQueue query, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var self) || await db.Set<StaffMember>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == self, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var now = clock.GetUtcNow();
            var own = member.Account;
            var open = db.Disputes.AsNoTracking().Open;
            open = member.Holds(Role.ChildSafety) ? open : sight.WithoutSealed(open);
            var theirs = own is null ? open : open.Where(x => x.DisputantId != own);
            var count = await Capped(theirs).CountAsync(ct);
            var rows = await (
                from dispute in theirs
                join check in db.FactChecks on dispute.FactCheckId equals check.Id
                join account in db.Set<Account>() on dispute.DisputantId equals account.Id into accounts
                from account in accounts.DefaultIfEmpty()
                orderby dispute.DueAt, dispute.Id
                select new { dispute, check.Review, Handle = account == null ? null : account.Handle })
                .Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct);
            return new Answer(
                [.. rows.Select(x => new Row(
                    x.dispute.Id, x.dispute.FactCheckId, x.Review.Claim, x.Review.Publisher, x.dispute.Rating,
                    x.Handle is { Length: > 0 } handle ? handle : x.dispute.DisputantId.Value, x.dispute.FiledAt, x.dispute.DueAt, x.dispute.StateAt(now)))],
                count, await Capped(theirs.Where(x => x.DueAt < now)).CountAsync(ct), await Capped(open).CountAsync(ct) - count);
        }

        private static IQueryable<Dispute> Capped(IQueryable<Dispute> disputes) => disputes.OrderBy(x => x.Id).Take(CountCap);
    }
}
