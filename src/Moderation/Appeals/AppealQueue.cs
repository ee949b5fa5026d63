using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>An appeal reviewer asks which appeals wait, the one due first on top. What they decided themselves is only counted.</summary>
/// <param name="Mine">Only those they hold.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.AppealReviewer)]
public sealed record AppealQueue(bool Mine = false, int Take = 50) : IQuery<AppealQueue.Answer>
{
    /// <param name="LeftOut">How many wait that this reviewer may not take.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, int LeftOut);

    public sealed record Row(
        AppealId Id, DecisionId Decision, string Guideline, string GuidelineTitle, Severity Severity, string Handle, Appellant Appellant,
        DateTimeOffset FiledAt, DateTimeOffset DueAt, AppealState State, string? HeldBy, bool IsMine);

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<AppealQueue, Result<Answer>>
    {
        private const int CountCap = 10_000;

        public async Task<Result<Answer>> Handle(AppealQueue query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, [Role.AppealReviewer], ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var now = clock.GetUtcNow();
            var own = member.Account;
            var seesRestricted = member.Holds(Role.ChildSafety);
            var all = db.Appeals.AsNoTracking().Open;
            var open = seesRestricted ? all : AppealClaims.WithoutSealed(db, all);
            var mine = open.Where(x => !db.Set<AppealBar>().Any(bar => bar.AppealId == x.Id && bar.StaffId == me)
                && (own == null || x.AppellantId != own && !db.Set<Decision>().Any(decision => decision.Id == x.DecisionId && decision.AuthorId == own)));
            var count = await mine.OrderBy(x => x.Id).Take(CountCap).CountAsync(ct);
            var leftOut = await open.OrderBy(x => x.Id).Take(CountCap).CountAsync(ct) - count;
            var shown = query.Mine ? mine.Where(x => x.Holder == me && x.AvailableAt > now) : mine;
            var rows = await (
                from appeal in shown
                join decision in db.Set<Decision>() on appeal.DecisionId equals decision.Id
                join account in db.Set<Account>() on appeal.AppellantId equals account.Id into accounts
                from account in accounts.DefaultIfEmpty()
                join holder in db.Set<StaffMember>() on appeal.Holder equals (StaffId?)holder.Id into holders
                from holder in holders.DefaultIfEmpty()
                orderby appeal.DueAt, appeal.Id
                select new { appeal, decision.Guideline, decision.RulebookVersion, Handle = account == null ? null : account.Handle, holder })
                .Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct);

            var shownRows = new List<Row>();
            foreach (var x in rows)
            {
                var guideline = (await rulebooks.Version(db, x.RulebookVersion, ct)).Rule(x.Guideline)!;
                var isHeld = x.appeal.Holder is not null && x.appeal.AvailableAt > now;
                shownRows.Add(new(
                    x.appeal.Id, x.appeal.DecisionId, x.Guideline, guideline.Title, guideline.Severity,
                    x.Handle is { Length: > 0 } handle ? handle : x.appeal.AppellantId.Value, x.appeal.Appellant, x.appeal.FiledAt, x.appeal.DueAt,
                    isHeld ? AppealState.InReview : AppealState.Filed, isHeld ? x.holder?.CalledBy : null, isHeld && x.appeal.Holder == me));
            }

            return new Answer(shownRows, count, leftOut);
        }
    }
}
