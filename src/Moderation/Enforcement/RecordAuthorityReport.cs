using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A specialist writes down that an authority was told of a restricted decision, and until when everything is kept for it.</summary>
/// <param name="Number">As the authority gave it; 1 to 100 characters.</param>
/// <param name="PreserveUntil">Still to come; an earlier promise of longer stays.</param>
[AllowedTo(Role.ChildSafety)]
public sealed record RecordAuthorityReport(DecisionId Decision, string Number, DateTimeOffset PreserveUntil) : ICommand<RecordAuthorityReport.Answer>
{
    public sealed record Answer(DecisionId Decision, string Number, DateTimeOffset PreserveUntil);

    internal sealed class Validator : AbstractValidator<RecordAuthorityReport>
    {
        public Validator() => RuleFor(x => x.Number).NotEmpty().MaximumLength(Enforcement.Decision.MaxReportNumber);
    }

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<RecordAuthorityReport, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RecordAuthorityReport command, CancellationToken ct)
        {
            if (await db.Set<Decision>().FirstOrDefaultAsync(x => x.Id == command.Decision, ct) is not { } decision)
                return EnforcementErrors.UnknownDecision;
            if (!(await rulebooks.Version(db, decision.RulebookVersion, ct)).Rule(decision.Guideline)!.Restricted)
                return EnforcementErrors.NotRestricted;
            if (command.PreserveUntil <= clock.GetUtcNow())
                return EnforcementErrors.PreserveInPast;

            decision.ReportedAs(command.Number.Trim(), command.PreserveUntil);
            if (await db.Evidence.FindAsync([decision.Id], ct) is { } evidence)
                evidence.Preserve(command.PreserveUntil);
            call.Opens(decision.Subject);
            return new Answer(decision.Id, decision.AuthorityReport!, decision.PreserveUntil!.Value);
        }
    }
}
