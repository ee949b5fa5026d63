using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>A member asks for a second look at a decision against them, or at one not to act on their report.</summary>
/// <param name="Decision">The decision, or</param>
/// <param name="Report">the report that was not acted on.</param>
/// <param name="Statement">Up to 2,000 characters; one may ask for a second look without saying why.</param>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record FileAppeal(DecisionId? Decision, ReportId? Report, AccountId Appellant, string Statement) : ICommand<FileAppeal.Answer>
{
    public const int MaxStatementLength = Appeal.MaxStatementLength;

    public sealed record Answer(AppealId AppealId, AppealState State, DateTimeOffset DueAt);

    internal sealed class Validator : AbstractValidator<FileAppeal>
    {
        public Validator()
        {
            RuleFor(x => x).Must(x => x.Decision is null != x.Report is null).WithName("DecisionId")
                .WithMessage("Name the decision or the report, one of the two.");
            RuleFor(x => x.Appellant).Must(x => TextId.IsValid(x.Value)).WithMessage("'Appellant Id' is not a valid id.");
            RuleFor(x => x.Statement).NotNull().MaximumLength(MaxStatementLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Ledgers ledgers, Rulebooks rulebooks, Happenings happenings, Outbox outbox, TimeProvider clock)
        : IRequestHandler<FileAppeal, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FileAppeal command, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != command.Appellant)
                return AppealErrors.NotYours;

            var found = command.Decision is { } id ? await Against(id, command.Appellant, ct) : await NotActedOn(command.Report!.Value, command.Appellant, ct);
            if (!found.IsOk(out var seen, out var refusal))
                return refusal;
            if (seen.OrderId is { } order)
                return AppealErrors.ByOrder((await db.Set<Order>().AsNoTracking().SingleAsync(x => x.Id == order, ct)).Redress);

            // Read again once nobody can overturn it meanwhile.
            await ledgers.Take(seen.AuthorId);
            var decision = await db.Decisions.SingleAsync(x => x.Id == seen.Id, ct);
            var now = clock.GetUtcNow();
            if (await db.Appeals.AnyAsync(x => x.DecisionId == decision.Id && x.AppellantId == command.Appellant, ct))
                return AppealErrors.AlreadyFiled;
            if (decision.State is not DecisionState.InForce)
                return AppealErrors.NothingToAppeal;
            if (now > decision.AppealUntil)
                return AppealErrors.WindowClosed;
            if (await db.Disputes.AsNoTracking().Open.FirstOrDefaultAsync(x => x.DecisionId == decision.Id && x.DueAt >= now, ct) is { } dispute)
                return AppealErrors.DisputeOpen(dispute.DueAt);

            var rulebook = await rulebooks.Version(db, decision.RulebookVersion, ct);
            var appeal = db.Add(Appeal.File(
                decision, command.Appellant, command.Report is null ? Appeals.Appellant.Author : Appeals.Appellant.Reporter,
                command.Statement, rulebook.Rule(decision.Guideline)!, rulebook.Windows.AppealAnswerDays, now)).Entity;
            foreach (var staff in await WhoDecided(decision, ct))
                db.Add(AppealBar.Against(staff, appeal.Id));

            happenings.Raise(new AppealFiled(appeal, decision));
            outbox.Tell(decision.Subject, "appeal.filed", new { AppealId = appeal.Id.Value, DecisionId = decision.Id.Value, appeal.DueAt });
            return new Answer(appeal.Id, appeal.State, appeal.DueAt);
        }

        private async Task<Result<Decision>> Against(DecisionId id, AccountId appellant, CancellationToken ct) =>
            await db.Decisions.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is not { } decision ? EnforcementErrors.UnknownDecision
            : decision.AuthorId != appellant ? AppealErrors.NotYours
            : decision.IsQuiet(clock.GetUtcNow()) ? EnforcementErrors.UnknownDecision
            : decision.Finding is Finding.DoesNotViolate ? AppealErrors.NothingToAppeal
            : decision;

        private async Task<Result<Decision>> NotActedOn(ReportId id, AccountId appellant, CancellationToken ct)
        {
            if (await db.Reports.FindAsync([id], ct) is not { } report)
                return AppealErrors.Unknown;
            if (report.ReporterId != appellant)
                return AppealErrors.NotYours;

            return report.CaseId is { } @case && await db.Decisions.AsNoTracking().FirstOrDefaultAsync(
                x => x.CaseId == @case && x.Finding == Finding.DoesNotViolate, ct) is { } decision
                ? decision
                : AppealErrors.NothingToAppeal;
        }

        private async Task<StaffId[]> WhoDecided(Decision decision, CancellationToken ct)
        {
            var cause = decision.CauseId is { } id
                ? await db.Set<Decision>().Where(x => x.Id == id).Select(x => x.DecidedBy).FirstOrDefaultAsync(ct)
                : null;
            return [.. new[] { decision.DecidedBy, cause }.OfType<StaffId>().Distinct()];
        }
    }
}
