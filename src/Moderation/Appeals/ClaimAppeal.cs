using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
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

/// <summary>A reviewer who is still looking keeps the appeal.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record RenewAppealClaim(StaffId Reviewer, AppealId Appeal, long ClaimNumber) : ICommand<ClaimAppeal.Answer>, IHousekeeping
{
    internal sealed class Handler(AppealClaims claims) : IRequestHandler<RenewAppealClaim, Result<ClaimAppeal.Answer>>
    {
        public async Task<Result<ClaimAppeal.Answer>> Handle(RenewAppealClaim command, CancellationToken ct) =>
            await claims.Renew(command.Appeal, command.Reviewer, command.ClaimNumber, ct) is { } answer ? answer : Review.ReviewErrors.StaleClaim;
    }
}

/// <summary>A reviewer says what they find before they see the first reasoning.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record FindOnAppeal(StaffId Reviewer, AppealId Appeal, long ClaimNumber, Finding Finding) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<FindOnAppeal>
    {
        public Validator() => RuleFor(x => x.Finding).IsInEnum();
    }

    internal sealed class Handler(AppealClaims claims) : IRequestHandler<FindOnAppeal, Result<Done>>
    {
        public async Task<Result<Done>> Handle(FindOnAppeal command, CancellationToken ct) =>
            await claims.Held(command.Appeal, command.Reviewer, command.ClaimNumber, ct) is { } appeal
                ? appeal.Find(command.Finding)
                : Review.ReviewErrors.StaleClaim;
    }
}

/// <summary>Exclusive, expiring, numbered holds on appeals.</summary>
internal sealed class AppealClaims(ModerationDb db, Rulebooks rulebooks, Call call, TimeProvider clock)
{
    public IQueryable<Appeal> Claimable(StaffMember member)
    {
        var now = clock.GetUtcNow();
        var (self, own, seesRestricted) = (member.Id, member.Account, member.Holds(Role.ChildSafety));
        var open = db.Appeals.AsNoTracking().Open.Where(x =>
            x.AvailableAt <= now && (seesRestricted || !x.IsRestricted) && !db.Set<AppealBar>().Any(bar => bar.AppealId == x.Id && bar.StaffId == self));
        return own is null ? open : open.Where(x => x.AppellantId != own
            && !db.Set<Decision>().Any(decision => decision.Id == x.DecisionId && decision.AuthorId == own));
    }

    public async Task<Error?> Bar(Appeal appeal, StaffMember member, CancellationToken ct)
    {
        if (appeal.IsRestricted && !member.Holds(Role.ChildSafety))
            return AppealErrors.Unknown;

        var self = member.Id;
        if (await db.AppealBars.AnyAsync(x => x.AppealId == appeal.Id && x.StaffId == self, ct))
            return AppealErrors.SameReviewer;

        return member.Account is { } own && (appeal.AppellantId == own
            || await db.Set<Decision>().AnyAsync(x => x.Id == appeal.DecisionId && x.AuthorId == own, ct))
            ? AppealErrors.OwnAppeal
            : null;
    }

    public async Task<ClaimAppeal.Answer?> Take(Appeal seen, StaffId by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + await Term(now, ct);
        var taken = await db.Appeals
            .Where(x => x.Id == seen.Id && (x.State == AppealState.Filed || x.State == AppealState.InReview)
                && x.AvailableAt <= now && x.ClaimNumber == seen.ClaimNumber)
            .ExecuteUpdateAsync(x => x
                .SetProperty(a => a.State, AppealState.InReview)
                .SetProperty(a => a.Holder, (StaffId?)by)
                .SetProperty(a => a.AvailableAt, until)
                .SetProperty(a => a.ClaimNumber, a => a.ClaimNumber + 1)
                .SetProperty(a => a.FreshFinding, (Finding?)null)
                .SetProperty(a => EF.Property<long>(a, Conventions.Version), a => EF.Property<long>(a, Conventions.Version) + 1), ct);
        return taken == 1 ? new(seen.Id, seen.ClaimNumber + 1, until) : null;
    }

    public async Task<ClaimAppeal.Answer?> Renew(AppealId id, StaffId holder, long number, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var self) || self != holder)
            return null;

        var now = clock.GetUtcNow();
        var until = now + await Term(now, ct);
        return await HeldBy(id, holder, number, now).ExecuteUpdateAsync(x => x
            .SetProperty(a => a.AvailableAt, until)
            .SetProperty(a => EF.Property<long>(a, Conventions.Version), a => EF.Property<long>(a, Conventions.Version) + 1), ct) == 1
            ? new(id, number, until)
            : null;
    }

    /// <summary>The appeal while this person holds it under this number.</summary>
    public async Task<Appeal?> Held(AppealId id, StaffId holder, long number, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var self) || self != holder)
            return null;

        return await HeldBy(id, holder, number, clock.GetUtcNow()).FirstOrDefaultAsync(ct);
    }

    private IQueryable<Appeal> HeldBy(AppealId id, StaffId holder, long number, DateTimeOffset now) => db.Appeals.Where(x =>
        x.Id == id && x.State == AppealState.InReview && x.Holder == holder && x.ClaimNumber == number && x.AvailableAt > now);

    private async Task<TimeSpan> Term(DateTimeOffset now, CancellationToken ct) =>
        TimeSpan.FromMinutes((await rulebooks.InForce(db, now, ct)).Windows.ClaimMinutes);
}
