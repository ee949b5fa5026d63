using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// A job closes what is only of low severity and waited longer than its queue allows, by a decision that says that nobody looked.
/// Answers how many cases it closed; none left is 0. What names no guideline is of unknown severity, and stays.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record AgeOutBacklog : ICommand<int>
{
    /// <summary>Cases a command.</summary>
    public const int MaxCases = 50;

    internal sealed class Handler(ModerationDb db, Queues queues, Rulebooks rulebooks, Ledgers ledgers, Deciding deciding, TimeProvider clock)
        : IRequestHandler<AgeOutBacklog, Result<int>>
    {
        public async Task<Result<int>> Handle(AgeOutBacklog command, CancellationToken ct)
        {
            var (closed, now) = (0, clock.GetUtcNow());
            foreach (var queue in (await queues.All(ct)).Where(x => x.AgeOutDays is not null))
                closed += closed < MaxCases ? await Close(queue, MaxCases - closed, now, ct) : 0;
            return closed;
        }

        private async Task<int> Close(Queue queue, int most, DateTimeOffset now, CancellationToken ct)
        {
            var (closed, rulebook, before) = (0, await rulebooks.InForce(db, now, ct), now.AddDays(-queue.AgeOutDays!.Value));
            var lanes = await db.Lanes.Where(x => x.Queue == queue.Code).Select(x => x.Id).ToArrayAsync(ct);
            var left = db.Cases.LeftWaiting(lanes, before, now).Unpaused(db);
            var seen = await left.AsNoTracking().OrderBy(x => x.OpenedAt).ThenBy(x => x.Id).Take(most).ToListAsync(ct);
            await ledgers.Take(seen.Select(x => x.AuthorId));
            foreach (var @case in seen.OrderBy(x => x.Id.Value))
            {
                // Bumped before it is read: whoever claims it at this very instant was first, or comes too late.
                if (await left.Where(x => x.Id == @case.Id && x.ClaimNumber == @case.ClaimNumber).ExecuteUpdateAsync(x => x.SetProperty(
                        c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1
                    && await Close(await db.Cases.SingleAsync(x => x.Id == @case.Id, ct), queue, rulebook, ct))
                    closed++;
            }

            return closed;
        }

        private async Task<bool> Close(Case @case, Queue queue, Rulebook rulebook, CancellationToken ct)
        {
            // A rule that became graver since takes what names it out of this policy, and up in its lane.
            @case.Regrade(rulebook);
            if (@case is not { Severity: Severity.Low, LeadGuideline: { } guideline })
                return false;

            var rationale = $"Aged out of the queue \"{queue.Title}\" ({queue.Code}): of low severity, and nobody got to it within {queue.AgeOutDays} days. Nobody looked, so this says nothing of the content.";
            var judgement = await deciding.OnSubject(@case.Subject, null, guideline, Finding.DoesNotViolate, rationale, ct);
            return judgement.IsOk(out var said, out _) && !(await deciding.Make(said with
            {
                Automation = Automation.Full,
                Rule = BacklogPolicy.Rule,
                Case = @case.Id,
                Reports = @case.Reports,
                Signals = @case.FromMachines,
            }, ct)).IsRefused;
        }
    }
}
