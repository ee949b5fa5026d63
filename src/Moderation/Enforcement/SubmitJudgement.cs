using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// A moderator judges the case they hold, and may undo it for their grace time: only then it becomes a decision. All that would
/// be refused then is refused now. What cannot wait is decided at once.
/// </summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SubmitJudgement(DecideCase What) : ICommand<SubmitJudgement.Answer>
{
    /// <param name="DueAt">When it takes effect; null when it has.</param>
    /// <param name="Decision">What was decided at once; else null.</param>
    public sealed record Answer(CaseId Case, DateTimeOffset? DueAt, EnforceDirectly.Answer? Decision);

    internal sealed class Validator : AbstractValidator<SubmitJudgement>
    {
        public Validator() => RuleFor(x => x.What).SetValidator(new DecideCase.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(
        ModerationDb db, Colleagues colleagues, Claims claims, Ledgers ledgers, Rulebooks rulebooks, CaseJudging judging, Deciding deciding,
        GraveDecisions grave, TimeProvider clock) : IRequestHandler<SubmitJudgement, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SubmitJudgement command, CancellationToken ct)
        {
            var what = command.What;
            if (!(await colleagues.Named(what.Reviewer, Claims.Roles, ct)).IsOk(out var member, out var stranger))
                return stranger;

            if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == what.Case, ct) is not { } seen
                || !await claims.MaySee(member, seen, ct))
                return ReviewErrors.UnknownCase;

            await ledgers.Take(seen.AuthorId);
            if (await claims.HeldCase(what.Case, what.Reviewer, what.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;
            if (!(await judging.On(@case, what, member, ct)).IsOk(out var judged, out var refusal))
                return refusal;

            var grace = await GraceOf(member.Id, ct);
            if (grace == TimeSpan.Zero || await judging.IsEmergency(@case, judged.Guideline, ct))
                return (await grave.Make(judged.Said, judged.Guideline, ct)).Match<Result<Answer>>(
                    decision => new Answer(@case.Id, null, EnforceDirectly.Answer.Of(decision)), refused => refused);
            if (await deciding.Objection(judged.Said, ct) is { } objection)
                return objection;

            var now = clock.GetUtcNow();
            var pending = db.Add(PendingJudgement.Of(what, judged, @case, now + grace, now)).Entity;
            return new Answer(@case.Id, pending.DueAt, null);
        }

        // What the rulebook says for all, none, nobody may choose away; how long, everybody may.
        private async Task<TimeSpan> GraceOf(StaffId id, CancellationToken ct)
        {
            var seconds = (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Windows.GraceSeconds;
            return TimeSpan.FromSeconds(seconds == 0 ? 0 : (await db.Preferences.AsNoTracking().FirstOrDefaultAsync(x => x.Staff == id, ct))?.UndoSeconds ?? seconds);
        }
    }
}
