using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What is held for the law, the newest first.</summary>
/// <param name="Released">Whether those that ended are shown too.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Lead, Role.Admin, Role.ChildSafety)]
public sealed record Holds(bool Released = false, int Take = 100) : IQuery<Holds.Answer>
{
    public sealed record Answer(IReadOnlyList<Row> Rows);

    /// <param name="Decision">Where only one decision is held.</param>
    /// <param name="By">By pseudonym, but to administrators by id.</param>
    public sealed record Row(
        HoldId Id, SubjectRef Subject, DecisionId? Decision, string By, DateTimeOffset At, string Reason,
        DateTimeOffset? ReleasedAt, string? ReleasedBy, string? ReleaseReason);

    internal sealed class Handler(ModerationDb db, HoldRights rights, IColleagueNames names) : IRequestHandler<Holds, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Holds query, CancellationToken ct)
        {
            var rows = new List<Row>();
            foreach (var x in await (query.Released ? db.Holds : db.Holds.Standing).AsNoTracking()
                .OrderByDescending(x => x.At).ThenBy(x => x.Id).Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct))
                if (await rights.MaySee(x.Subject, ct))
                    rows.Add(new(x.Id, x.Subject, x.DecisionId, await names.Of(x.By, ct), x.At, x.Reason, x.ReleasedAt, await names.Of(x.ReleasedBy, ct), x.ReleaseReason));

            return new Answer(rows);
        }
    }
}
