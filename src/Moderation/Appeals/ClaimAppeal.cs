using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>An appeal reviewer takes an appeal: this one, or the one that is due first. Never one they decided themselves.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record ClaimAppeal(StaffId Reviewer, AppealId? Appeal = null) : ICommand<ClaimAppeal.Answer>
{
    public sealed record Answer(AppealId AppealId, long ClaimNumber, DateTimeOffset LeaseUntil);

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, AppealClaims claims) : IRequestHandler<ClaimAppeal, Result<Answer>>
    {
        private const int MaxLooks = 100;

        public async Task<Result<Answer>> Handle(ClaimAppeal command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, [Role.AppealReviewer], ct)).IsOk(out var member, out var stranger))
                return stranger;

            return command.Appeal is { } id ? await This(id, member, ct) : await Next(member, ct);
        }

        private async Task<Result<Answer>> This(AppealId id, StaffMember member, CancellationToken ct)
        {
            if (await db.Appeals.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is not { } appeal)
                return AppealErrors.Unknown;
            if (await claims.Bar(appeal, member, ct) is { } barred)
                return barred;
            if (!Appeals.Appeal.IsOpen(appeal.State))
                return AppealErrors.NotNow(appeal.State, AppealAct.Claim);

            return await claims.Take(appeal, member.Id, ct) is { } answer ? answer : Review.ReviewErrors.HeldByAnother;
        }

        private async Task<Result<Answer>> Next(StaffMember member, CancellationToken ct)
        {
            for (var look = 0; look < MaxLooks; look++)
            {
                if (await claims.Claimable(member).OrderBy(x => x.DueAt).ThenBy(x => x.Id).FirstOrDefaultAsync(ct) is not { } appeal)
                    return Review.ReviewErrors.NothingWaits;
                if (await claims.Take(appeal, member.Id, ct) is { } answer)
                    return answer;
            }

            return PipelineErrors.ChangedMeanwhile;
        }
    }
}
