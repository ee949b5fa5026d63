using System.Text.Json;
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
/// One judgement on many subjects, as a run: it may be undone until it begins, needs another person where it is too much,
/// and gives each person one strike at most.
/// </summary>
/// <param name="Subjects">1 to 1,000.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
/// <param name="DeviationReason">Asked for where the outcomes are not those of the rule.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record DecideBatch(
    IReadOnlyList<SubjectRef> Subjects, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale,
    string? DeviationReason = null) : ICommand<RunProgress.Answer>
{
    internal PreviewBatch What => new(Subjects, Guideline, Finding, Outcomes);

    internal sealed class Validator : AbstractValidator<DecideBatch>
    {
        public Validator()
        {
            RuleFor(x => x.What).SetValidator(new PreviewBatch.Validator()).OverridePropertyName("");
            RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.DeviationReason).MaximumLength(Run.MaxReasonLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, BatchLook look, Rulebooks rulebooks, TimeProvider clock)
        : IRequestHandler<DecideBatch, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(DecideBatch command, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me) || await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var batch = new Batch(me, command.Guideline, command.Finding, command.Outcomes, command.Rationale, command.DeviationReason, []);
            var seen = await look.At(command.Subjects, batch, member, ct);
            if (!(await look.Check(batch, seen, member, ct)).IsOk(out var guideline, out var refusal))
                return refusal;

            BatchLook.Seen[] taken = [.. seen.Where(x => x.Left is null)];
            if (taken is [])
                return EnforcementErrors.BatchEmpty;
            if (string.IsNullOrWhiteSpace(command.DeviationReason) && Array.Exists(taken, x => Resolution.Deviates(x.Judge(batch), guideline)))
                return EnforcementErrors.DeviationReason;

            return await Propose(batch with
            {
                Items = [.. taken.OrderBy(x => x.Author!.Value.Value, StringComparer.Ordinal).ThenBy(x => x.Subject.Id, StringComparer.Ordinal)
                    .Select(x => new Batch.Item(x.Subject.Kind, x.Subject.Id, x.Author!.Value.Value, x.Revision))],
            }, guideline, ct);
        }

        private async Task<RunProgress.Answer> Propose(Batch batch, Guideline guideline, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var windows = (await rulebooks.InForce(db, now, ct)).Windows;
            var what = JsonSerializer.Serialize(batch, WireJson.Options);
            // Sent twice, it is one.
            var run = (await db.Runs.Where(x => x.Kind == RunKind.BatchDecision && x.ProposedBy == batch.By
                    && (x.State == RunState.Proposed || x.State == RunState.Running)).ToListAsync(ct)).Find(x => x.What == what)
                ?? db.Add(Run.Propose(
                    RunKind.BatchDecision, what, batch.Rationale, call.Actor, batch.Items.Count, batch.Items.Count > windows.BulkLimit,
                    TimeSpan.FromSeconds(windows.GraceSeconds), now, guideline.Restricted)).Entity;
            return await RunProgress.Answer.Of(run, call, names, ct);
        }
    }
}
