using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// Everything a bad rule decided is taken back, by a run. A lead needs another to agree to many; a program's key holder
/// answers for it, and it can be stopped.
/// </summary>
/// <param name="Reason">What those it was decided on are told internally; why.</param>
/// <param name="By">Who says so, in the words of the calling program.</param>
[AllowedTo(Role.Lead, Role.Product, Scopes = [Scope.Enforcer])]
public sealed record OverturnWhere(
    string? Detector, string? Version, string? Rule, string? Guideline, DateTimeOffset From, DateTimeOffset Until, string Reason, string By)
    : ICommand<OverturnWhere.Answer>
{
    /// <param name="Run">Null where nothing was found.</param>
    public sealed record Answer(int Count, RunProgress.Answer? Run);

    internal PreviewOverturnWhere Where => new(Detector, Version, Rule, Guideline, From, Until);

    internal sealed class Validator : AbstractValidator<OverturnWhere>
    {
        public Validator()
        {
            RuleFor(x => x.Where).SetValidator(new PreviewOverturnWhere.Validator()).OverridePropertyName("");
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.By).NotEmpty().MaximumLength(TextId.MaxLength);
        }
    }

    internal sealed class Handler(ModerationDb db, BadRules badRules, Rulebooks rulebooks, Call call, IColleagueNames names, TimeProvider clock)
        : IRequestHandler<OverturnWhere, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(OverturnWhere command, CancellationToken ct)
        {
            var filter = await badRules.FilterOf(command.Where, ct);
            var count = await filter.In(db).CountAsync(ct);
            if (count == 0)
                return new Answer(0, null);

            var now = clock.GetUtcNow();
            var windows = (await rulebooks.InForce(db, now, ct)).Windows;
            var isPerson = call.Actor is Actor.Staff;
            var run = db.Add(Run.Propose(
                RunKind.OverturnWhere, filter.Written(), command.Reason, call.Actor, count,
                needsSecondPerson: isPerson && count > windows.BulkLimit,
                isPerson ? TimeSpan.FromSeconds(windows.GraceSeconds) : TimeSpan.Zero, now,
                await badRules.FindsRestricted(filter, ct))).Entity;
            return new Answer(count, await RunProgress.Answer.Of(run, call, names, ct));
        }
    }
}
