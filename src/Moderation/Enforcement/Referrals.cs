using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What authorities were told of threats to life, the newest first; those nobody answered are counted.</summary>
/// <param name="Skip">How many are known.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Lead, Role.ChildSafety)]
public sealed record Referrals(int Skip = 0, int Take = 100) : IQuery<Referrals.Answer>
{
    /// <param name="Waiting">How many of those shown no authority has answered.</param>
    /// <param name="Next">How many to skip for the next page; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Waiting, int? Next);

    /// <param name="By">By pseudonym, but to administrators by id.</param>
    /// <param name="Reference">As the authority gave it.</param>
    public sealed record Row(
        ReferralId Id, string Number, SubjectRef Subject, CaseId? Case, string Authority, string Description, ReferralWay Way, string By, DateTimeOffset At,
        ReferralState State, string? Reference, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt);

    internal sealed class Handler(ModerationDb db, Seals seals, IColleagueNames names) : IRequestHandler<Referrals, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Referrals query, CancellationToken ct)
        {
            var (skip, take) = (Math.Max(0, query.Skip), Math.Clamp(query.Take, 1, 200));
            var found = await db.Set<Referral>().AsNoTracking().OrderByDescending(x => x.Number).Skip(skip).Take(take).ToListAsync(ct);
            var closed = await seals.ClosedOf(found.Select(x => x.Subject), ct);
            var rows = new List<Row>();
            foreach (var x in found.Where(x => !closed.Contains(x.Subject)))
                rows.Add(new(
                    x.Id, Referral.CodeOf(x.Number), x.Subject, x.CaseId, x.Authority, x.Description, x.Way, await names.Of(x.By, ct), x.At, x.State,
                    x.Reference, await names.Of(x.AcknowledgedBy, ct), x.AcknowledgedAt));
            return new Answer(rows, rows.Count(x => x.State is ReferralState.Sent), found.Count < take ? null : skip + take);
        }
    }
}
