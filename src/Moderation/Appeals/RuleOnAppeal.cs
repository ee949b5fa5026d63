using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>Somebody who did not decide rules on an appeal. An overturned decision never was, and what followed from it is undone.</summary>
/// <param name="ClaimNumber">Of the reviewer's claim; null only for a console of the host's own.</param>
/// <param name="Lifted">For a partly overturned one: the kinds of outcome that are taken back.</param>
/// <param name="Reason">What the member is told.</param>
[AllowedTo(Role.AppealReviewer, Scopes = [Scope.Enforcer])]
public sealed record RuleOnAppeal(
    AppealId Appeal, StaffId Reviewer, long? ClaimNumber, Ruling Ruling, IReadOnlyList<OutcomeKind>? Lifted, string Reason)
    : ICommand<RuleOnAppeal.Answer>
{
    public sealed record Answer(
        AppealId AppealId, AppealState State, Ruling Ruling, DecisionId DecisionId, IReadOnlyList<EnforceDirectly.Effect> Lifted);

    internal sealed class Validator : AbstractValidator<RuleOnAppeal>
    {
        public Validator()
        {
            RuleFor(x => x.Ruling).IsInEnum();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Appeals.Appeal.MaxReasonLength);
            RuleForEach(x => x.Lifted).IsInEnum();
        }
    }

    internal sealed class Handler(
        ModerationDb db, Call call, Colleagues colleagues, AppealClaims claims, Ledgers ledgers, Deciding deciding,
        CaseGathering cases, Happenings happenings, Outbox outbox, TimeProvider clock) : IRequestHandler<RuleOnAppeal, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RuleOnAppeal command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, [Role.AppealReviewer], ct)).IsOk(out var member, out var stranger))
                return stranger;
            if (await db.Appeals.FirstOrDefaultAsync(x => x.Id == command.Appeal, ct) is not { } appeal)
                return AppealErrors.Unknown;

            var author = await db.Set<Decision>().Where(x => x.Id == appeal.DecisionId).Select(x => x.AuthorId).SingleAsync(ct);
            await ledgers.Take(author);
            var decision = await db.Decisions.SingleAsync(x => x.Id == appeal.DecisionId, ct);
            if (await MayNot(command, appeal, member, ct) is { } refusal)
                return refusal;

            return await Rule(command, appeal, decision, ct);
        }

        private async Task<Error?> MayNot(RuleOnAppeal command, Appeal appeal, StaffMember member, CancellationToken ct)
        {
            if (await claims.Bar(appeal, member, ct) is { } barred)
                return barred;
            if (!Appeals.Appeal.IsOpen(appeal.State))
                return AppealErrors.NotNow(appeal.State, AppealAct.Rule);
            if (call.Actor is Actor.Client && command.ClaimNumber is null)
                return appeal.Holder is not null && appeal.Holder != member.Id && appeal.AvailableAt > clock.GetUtcNow()
                    ? ReviewErrors.HeldByAnother
                    : null;
            if (command.ClaimNumber is not { } number || await claims.Held(appeal.Id, member.Id, number, ct) is null)
                return ReviewErrors.StaleClaim;

            return appeal.FreshFinding is null ? AppealErrors.FindingFirst : null;
        }

        private async Task<Result<Answer>> Rule(RuleOnAppeal command, Appeal appeal, Decision decision, CancellationToken ct)
        {
            var lifted = command.Lifted ?? [];
            if (command.Ruling is Ruling.PartlyOverturned && !IsPart(lifted, decision))
                return AppealErrors.NothingLifted;

            var kept = command.Ruling is Ruling.PartlyOverturned ? lifted : [];
            if (!appeal.Rule(command.Ruling, command.Reviewer, command.Reason, kept, clock.GetUtcNow()).IsOk(out _, out var refusal))
                return refusal;

            IReadOnlyList<DecidedOutcome> undone = [];
            if (command.Ruling is Ruling.Overturned or Ruling.PartlyOverturned)
            {
                var overturned = await deciding.Overturn(
                    decision, command.Reason, command.Ruling is Ruling.PartlyOverturned ? [.. lifted] : null, ct);
                if (!overturned.IsOk(out undone!, out refusal))
                    return refusal;
                if (appeal.Appellant is Appellant.Reporter)
                    await cases.Gather(decision.Subject, new(CaseSource.Overturn, decision.Guideline), ct);
            }

            happenings.Raise(new AppealRuled(appeal, decision));
            outbox.Tell(decision.Subject, "appeal.ruled", new
            {
                AppealId = appeal.Id.Value,
                DecisionId = decision.Id.Value,
                command.Ruling,
                command.Reason,
            });
            return new Answer(appeal.Id, appeal.State, command.Ruling, decision.Id, [.. undone.Select(EnforceDirectly.Effect.Of)]);
        }

        private static bool IsPart(IReadOnlyList<OutcomeKind> lifted, Decision decision) =>
            decision.Outcomes.Any(x => lifted.Contains(x.Kind)) && decision.Outcomes.Any(x => !lifted.Contains(x.Kind));
    }
}
