using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>A member asks what became of their appeals, the newest first.</summary>
/// <param name="Take">1 to 200.</param>
[AllowedTo(Role.Member)]
public sealed record MyAppeals(int Take = 100) : IQuery<MyAppeals.Row[]>
{
    /// <param name="Kind">Of what was decided on; null for an account.</param>
    /// <param name="Reason">The ruling's, as the member is told.</param>
    public sealed record Row(
        AppealId Id, DecisionId Decision, Appellant Appellant, string GuidelineTitle, ContentKind? Kind, DateTimeOffset FiledAt, DateTimeOffset DueAt,
        AppealState State, Ruling? Ruling, string? Reason, DateTimeOffset? ClosedAt);

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks) : IRequestHandler<MyAppeals, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(MyAppeals query, CancellationToken ct)
        {
            var me = ((Actor.Member)call.Actor).Id;
            var appeals = await (
                from appeal in db.Appeals.AsNoTracking()
                where appeal.AppellantId == me
                join decision in db.Set<Decision>() on appeal.DecisionId equals decision.Id
                join item in db.Content on decision.SubjectId equals (string)(object)item.Id into items
                from item in items.DefaultIfEmpty()
                orderby appeal.FiledAt descending, appeal.Id descending
                select new { appeal, decision.SubjectKind, decision.Guideline, decision.RulebookVersion, Kind = item == null ? (ContentKind?)null : item.Kind })
                .Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct);

            var rows = new List<Row>();
            foreach (var x in appeals)
            {
                var guideline = (await rulebooks.Version(db, x.RulebookVersion, ct)).Rule(x.Guideline)!;
                rows.Add(new(
                    x.appeal.Id, x.appeal.DecisionId, x.appeal.Appellant, guideline.Clause?.Title ?? guideline.Title,
                    x.SubjectKind is SubjectKind.Content ? x.Kind : null, x.appeal.FiledAt, x.appeal.DueAt,
                    x.appeal.State, x.appeal.Ruling, x.appeal.Reason, x.appeal.ClosedAt));
            }

            return rows.ToArray();
        }
    }
}
