using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A moderator asks what they may still undo, and what of theirs did not take effect.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record MyJudgements : IQuery<MyJudgements.Answer>
{
    /// <param name="Pending">The latest first.</param>
    /// <param name="Now">The instant that this was asked at, for counting down.</param>
    public sealed record Answer(IReadOnlyList<Pending> Pending, IReadOnlyList<Lapse> Lapsed, DateTimeOffset Now);

    /// <param name="Outcomes">What it would bring; empty for no breach.</param>
    public sealed record Pending(
        CaseId Case, ContentKind? Kind, string Handle, string Guideline, Finding Finding, IReadOnlyList<OutcomeKind> Outcomes,
        DateTimeOffset SubmittedAt, DateTimeOffset DueAt);

    /// <param name="Waits">Whether the case is still to be decided.</param>
    public sealed record Lapse(LapseId Id, CaseId Case, string Code, string Words, bool Waits, DateTimeOffset SubmittedAt, DateTimeOffset At);

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<MyJudgements, Result<Answer>>
    {
        private const int Most = 50;

        public async Task<Result<Answer>> Handle(MyJudgements query, CancellationToken ct)
        {
            var (me, now) = (((Actor.Staff)call.Actor).Id, clock.GetUtcNow());
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var pending = new List<Pending>();
            foreach (var mine in await db.PendingJudgements.AsNoTracking().Where(x => x.By == me).OrderByDescending(x => x.SubmittedAt).Take(Most).ToListAsync(ct))
                if (await Seen(mine.CaseId, member, ct) is { } @case)
                    pending.Add(await Show(mine, @case, ct));

            var lapsed = new List<Lapse>();
            foreach (var mine in await db.LapsedJudgements.AsNoTracking().Where(x => x.By == me).OrderByDescending(x => x.At).Take(Most).ToListAsync(ct))
                lapsed.Add(new(
                    mine.Id, mine.CaseId, mine.Code, mine.Words, await Seen(mine.CaseId, member, ct) is { Stage: CaseStage.Waiting }, mine.SubmittedAt, mine.At));

            return new Answer(pending, lapsed, now);
        }

        // It may have become one for specialists since.
        private async Task<Case?> Seen(CaseId id, StaffMember member, CancellationToken ct) =>
            await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is { } @case && await claims.MaySee(member, @case, ct) ? @case : null;

        private async Task<Pending> Show(PendingJudgement mine, Case @case, CancellationToken ct)
        {
            var said = mine.Said;
            var guideline = (await rulebooks.Version(db, mine.RulebookVersion, ct)).Find(said.Guideline);
            var kinds = said.Outcomes?.Select(x => x.Kind)
                ?? (guideline is null ? [] : Resolution.DefaultsOf(guideline, said.Finding, @case.SubjectKind).Select(x => x.Kind));
            var handle = await db.Accounts.Where(x => x.Id == @case.AuthorId).Select(x => x.Handle).FirstOrDefaultAsync(ct);
            return new(
                @case.Id, @case.ContentKind, handle is { Length: > 0 } ? handle : @case.AuthorId.Value, said.Guideline, said.Finding,
                [.. kinds.Distinct().Order()], mine.SubmittedAt, mine.DueAt);
        }
    }
}
