using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A lead asks to give an account a strike by hand, or to take one back. Another lead has to agree.</summary>
/// <param name="Give">What for; or else one is taken back.</param>
/// <param name="TakeBack">The decision whose strike is taken back.</param>
[AllowedTo(Role.Lead)]
public sealed record ChangeStrikes(AccountId Account, ChangeStrikes.Given? Give, DecisionId? TakeBack, string Reason) : ICommand<RunProgress.Answer>
{
    public const int MostWeight = 10;

    /// <param name="Guideline">The rule that was broken.</param>
    /// <param name="Weight">For how many it counts, 1 to 10; null for what the rule says.</param>
    public sealed record Given(string Guideline, int? Weight = null);

    /// <summary>As the run keeps it.</summary>
    internal sealed record Asked(AccountId Account, Given? Give, DecisionId? TakeBack);

    internal sealed class Validator : AbstractValidator<ChangeStrikes>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.Account).Must(x => TextId.IsValid(x.Value)).WithMessage("'Account' is not a valid id.");
            RuleFor(x => x.Give).Must((x, give) => give is null != x.TakeBack is null).WithMessage("Either a strike is given, or one is taken back.");
            RuleFor(x => x.Give!.Guideline).NotEmpty().When(x => x.Give is not null);
            RuleFor(x => x.Give!.Weight).InclusiveBetween(1, MostWeight).When(x => x.Give is not null);
        }
    }

    internal sealed class Handler(
        ModerationDb db, Call call, IColleagueNames names, Colleagues colleagues, Restrictions restrictions, Rulebooks rulebooks, TimeProvider clock)
        : IRequestHandler<ChangeStrikes, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(ChangeStrikes command, CancellationToken ct)
        {
            if (await db.AuthorOf(SubjectRef.Of(command.Account), ct) is null)
                return EnforcementErrors.UnknownSubject;
            if (await colleagues.IsOwn(command.Account, ct))
                return EnforcementErrors.OwnDecision;
            if (!(command.Give is { } give ? await MayGive(give, ct) : await MayTake(command, ct)).IsOk(out var restricted, out var refusal))
                return refusal;

            var run = db.Add(Run.Propose(
                RunKind.StrikeChange, JsonSerializer.Serialize(new Asked(command.Account, command.Give, command.TakeBack), WireJson.Options),
                command.Reason, call.Actor, total: 1, needsSecondPerson: true, TimeSpan.Zero, clock.GetUtcNow(), restricted)).Entity;
            return await RunProgress.Answer.Of(run, call, names, ct);
        }

        private async Task<Result<bool>> MayGive(Given give, CancellationToken ct)
        {
            if ((await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Find(give.Guideline) is not { } guideline)
                return EnforcementErrors.UnknownGuideline;
            if (guideline.Set is GuidelineSet.Recommendation)
                return EnforcementErrors.FindingMismatch;

            return guideline.Restricted && !call.Rights.Holds(Role.ChildSafety) ? EnforcementErrors.RestrictedGuideline : guideline.Restricted;
        }

        private async Task<Result<bool>> MayTake(ChangeStrikes command, CancellationToken ct)
        {
            if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.TakeBack && x.AuthorId == command.Account, ct) is not { } decision
                || await restrictions.Hide(decision, ct))
                return EnforcementErrors.UnknownDecision;
            if (!decision.Outcomes.Any(x => x.Kind is OutcomeKind.Strike && x.RetractedAt is null))
                return EnforcementErrors.NoStrike;

            return (await rulebooks.Version(db, decision.RulebookVersion, ct)).Rule(decision.Guideline)!.Restricted;
        }
    }
}

/// <summary>Two people agreed on a strike: it is given, or was never given.</summary>
internal sealed class StrikeChangeWork(ModerationDb db, Colleagues colleagues, Ledgers ledgers, Deciding deciding, TimeProvider clock) : IRunWork
{
    public RunKind Kind => RunKind.StrikeChange;

    public async Task Next(Run run, CancellationToken ct)
    {
        var asked = Read(run);
        await ledgers.Take(asked.Account);
        var came = asked.Give is { } give ? await Give(run, asked.Account, give, ct) : await TakeBack(run, asked.TakeBack!.Value, ct);
        run.Advance("", 1, came is null ? 1 : 0, JsonSerializer.Serialize(new { Came = came?.Code ?? "done" }, WireJson.Options));
        run.Finish(clock.GetUtcNow());
    }

    public async Task<Error?> Objection(Run run, StaffId by, CancellationToken ct) =>
        await colleagues.IsOwn(Read(run).Account, ct) ? EnforcementErrors.OwnDecision : null;

    private static ChangeStrikes.Asked Read(Run run) => JsonSerializer.Deserialize<ChangeStrikes.Asked>(run.What, WireJson.Options)!;

    private async Task<Error?> Give(Run run, AccountId account, ChangeStrikes.Given give, CancellationToken ct) => (await deciding.Make(new()
    {
        Subject = SubjectRef.Of(account),
        Author = account,
        Guideline = give.Guideline,
        Finding = Finding.Violates,
        Outcomes = [new(OutcomeKind.Strike, OutcomeTarget.Author)],
        StrikeWeight = give.Weight,
        Rationale = run.Reason,
        DeviationReason = run.Reason,
        DecidedBy = run.ProposedBy,
    }, ct)).Match<Error?>(_ => null, refused => refused);

    private async Task<Error?> TakeBack(Run run, DecisionId id, CancellationToken ct)
    {
        var decision = await db.Decisions.SingleAsync(x => x.Id == id, ct);
        if (!decision.Outcomes.Any(x => x.Kind is OutcomeKind.Strike && x.RetractedAt is null))
            return EnforcementErrors.NoStrike;

        return (await deciding.Overturn(decision, run.Reason, [OutcomeKind.Strike], ct)).Match<Error?>(_ => null, refused => refused);
    }
}
