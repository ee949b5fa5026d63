using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>One judgement on many subjects becomes a run; what one that has not ended is about to judge is not judged by a second.</summary>
internal sealed class Batches(ModerationDb db, Call call, IColleagueNames names, BatchLook look, Ledgers ledgers, Rulebooks rulebooks, TimeProvider clock)
{
    public async Task<Result<RunProgress.Answer>> Propose(Batch batch, IReadOnlyList<BatchLook.Seen> seen, StaffMember member, CancellationToken ct)
    {
        if (!(await look.Check(batch, seen, member, ct)).IsOk(out var guideline, out var refusal))
            return refusal;

        BatchLook.Seen[] taken = [.. seen.Where(x => x.Left is null)];
        if (taken is [])
            return EnforcementErrors.BatchEmpty;
        if (string.IsNullOrWhiteSpace(batch.DeviationReason) && Array.Exists(taken, x => Resolution.Deviates(x.Judge(batch), guideline)))
            return EnforcementErrors.DeviationReason;

        // Of two that are proposed at once about the same people, the second sees the first.
        await ledgers.Take(taken.Select(x => x.Author!.Value));
        var open = await Open(ct);
        if (open.Find(x => x.What == Written(batch, taken)) is { } same && same.ProposedBy == batch.By)
            return await RunProgress.Answer.Of(same, call, names, ct);

        var underway = Subjects(open);
        taken = [.. taken.Where(x => !underway.Contains(x.Subject))];
        return taken is [] ? EnforcementErrors.BatchUnderway : await Add(batch, taken, guideline, ct);
    }

    /// <summary>What runs that have not ended are about to judge.</summary>
    public async Task<IReadOnlySet<SubjectRef>> Underway(CancellationToken ct) => Subjects(await Open(ct));

    /// <summary>The newest run that has not ended, in which this person judges something of this account.</summary>
    public async Task<Run?> Against(AccountId account, StaffId by, CancellationToken ct) =>
        (await Open(ct)).Where(x => x.ProposedBy == by && Read(x).Items.Any(y => y.Author == account.Value)).MaxBy(x => x.ProposedAt);

    private Task<List<Run>> Open(CancellationToken ct) => db.Runs
        .Where(x => x.Kind == RunKind.BatchDecision && (x.State == RunState.Proposed || x.State == RunState.Running)).ToListAsync(ct);

    private async Task<RunProgress.Answer> Add(Batch batch, BatchLook.Seen[] taken, Guideline guideline, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var windows = (await rulebooks.InForce(db, now, ct)).Windows;
        var run = db.Add(Run.Propose(
            RunKind.BatchDecision, Written(batch, taken), batch.Rationale, call.Actor, taken.Length, taken.Length > windows.BulkLimit,
            TimeSpan.FromSeconds(windows.GraceSeconds), now, guideline.Restricted)).Entity;
        return await RunProgress.Answer.Of(run, call, names, ct);
    }

    private static string Written(Batch batch, IEnumerable<BatchLook.Seen> taken) => JsonSerializer.Serialize(
        batch with
        {
            Items = [.. taken.OrderBy(x => x.Author!.Value.Value, StringComparer.Ordinal).ThenBy(x => x.Subject.Id, StringComparer.Ordinal)
                .Select(x => new Batch.Item(x.Subject.Kind, x.Subject.Id, x.Author!.Value.Value, x.Revision, x.Asked?.Value))],
        }, WireJson.Options);

    private static HashSet<SubjectRef> Subjects(IEnumerable<Run> runs) => [.. runs.SelectMany(x => Read(x).Items).Select(x => new SubjectRef(x.Kind, x.Id))];

    private static Batch Read(Run run) => JsonSerializer.Deserialize<Batch>(run.What, WireJson.Options)!;
}
