using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody told an authority of a threat to a person's life or safety (DSA art. 18), and writes down whom and what.</summary>
/// <param name="Case">Where it was met; or</param>
/// <param name="Subject">who or what it is about. One of the two.</param>
/// <param name="Authority">1 to 200 characters.</param>
/// <param name="Description">What they were told; up to 10,000 characters.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record ReferThreat(SubjectRef? Subject, CaseId? Case, string Authority, string Description, ReferralWay Way = ReferralWay.Phone) : ICommand<ReferThreat.Answer>
{
    /// <param name="Number">For people to say, for example R-000012.</param>
    public sealed record Answer(ReferralId Id, string Number, DateTimeOffset At);

    internal sealed class Validator : AbstractValidator<ReferThreat>
    {
        public Validator()
        {
            RuleFor(x => x).Must(x => x.Subject is null != x.Case is null).WithName("Subject").WithMessage("Name the subject or the case, one of the two.");
            RuleFor(x => x.Subject).Must(x => x is null || TextId.IsValid(x.Value.Id) && Enum.IsDefined(x.Value.Kind)).WithMessage("'Subject' has no valid id.");
            RuleFor(x => x.Authority).NotEmpty().MaximumLength(Referral.MaxAuthorityLength);
            RuleFor(x => x.Description).NotEmpty().MaximumLength(Referral.MaxDescriptionLength);
            RuleFor(x => x.Way).IsInEnum();
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, Heads heads, TimeProvider clock) : IRequestHandler<ReferThreat, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ReferThreat command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;
            if (!(await About(command, member, ct)).IsOk(out var subject, out var refusal))
                return refusal;

            var referral = db.Add(Referral.Send(command, await heads.Next(Heads.Referrals), subject, me, clock.GetUtcNow())).Entity;
            call.Opens(subject);
            return new Answer(referral.Id, Referral.CodeOf(referral.Number), referral.At);
        }

        private async Task<Result<SubjectRef>> About(ReferThreat command, StaffMember member, CancellationToken ct)
        {
            if (command.Case is { } id)
                return await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is { } @case && await claims.MaySee(member, @case, ct)
                    ? @case.Subject
                    : ReviewErrors.UnknownCase;

            var subject = command.Subject!.Value;
            return await claims.MaySee(member, subject, ct) && await db.AuthorOf(subject, ct) is not null ? subject : EnforcementErrors.UnknownSubject;
        }
    }
}
