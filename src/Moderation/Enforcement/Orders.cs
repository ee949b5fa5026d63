using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A lead asks what authorities ordered, the newest first.</summary>
/// <param name="Skip">How many are known already.</param>
/// <param name="Take">1 to 200.</param>
[AllowedTo(Role.Lead)]
public sealed record Orders(int Skip = 0, int Take = 50) : IQuery<Orders.Answer>
{
    /// <param name="Next">How many to skip to go on; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int? Next);

    public sealed record Row(
        OrderId Id, string Authority, string MemberState, string Reference, string LegalBasis, string Redress, DateTimeOffset AcknowledgedAt,
        DateTimeOffset? DueAt, DateTimeOffset? ConfidentialUntil, DateTimeOffset? WithdrawnAt, string? WithdrawReason,
        IReadOnlyList<ObeyOrder.OnSubject> Subjects);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<Orders, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Orders query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var skip = Math.Max(query.Skip, 0);
            var rows = await db.Set<Order>().AsNoTracking().OrderByDescending(x => x.AcknowledgedAt).ThenBy(x => x.Authority).ThenBy(x => x.Reference)
                .Skip(skip).Take(take).ToListAsync(ct);
            OrderId?[] ids = [.. rows.Select(x => (OrderId?)x.Id)];
            var decisions = (await db.Decisions.AsNoTracking().Where(x => ids.Contains(x.OrderId)).ToListAsync(ct)).ToLookup(x => x.OrderId!.Value);
            return new Answer(
                [.. rows.Select(x => new Row(
                    x.Id, x.Authority, x.MemberState, x.Reference, x.LegalBasis, x.Redress, x.AcknowledgedAt, x.DueAt, x.ConfidentialUntil,
                    x.WithdrawnAt, x.WithdrawReason,
                    [.. decisions[x.Id].OrderBy(y => y.Id.Value).Select(y => new ObeyOrder.OnSubject(y.Subject, y.Id, y.Outcomes.Min(z => z.From)))]))],
                rows.Count == take ? skip + take : null);
        }
    }
}
