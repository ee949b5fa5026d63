using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// Nobody closes an account alone. What one person decided is decided, but for what costs the account: until another
/// agrees the account is only suspended.
/// </summary>
internal sealed class GraveDecisions(ModerationDb db, Deciding deciding, Rulebooks rulebooks, TimeProvider clock)
{
    /// <param name="Decision">Made by the first person.</param>
    /// <param name="Account">Whose account it would cost.</param>
    /// <param name="Withheld">What the second person would agree to.</param>
    /// <param name="Case">Where the second person finds what was judged; null where there was no case.</param>
    internal sealed record Asked(DecisionId Decision, string Account, IReadOnlyList<ChosenOutcome> Withheld, CaseId? Case = null);

    public static Asked Read(Run run) => JsonSerializer.Deserialize<Asked>(run.What, WireJson.Options)!;

    /// <summary>Whether some of its outcomes cost the account, so that another person has to agree.</summary>
    public static bool NeedsSecondPerson(Judgement said, Guideline guideline) => Chosen(said, guideline).Any(x => IsGrave(x, guideline));

    /// <summary>Decides what one person may, and proposes the rest.</summary>
    public async Task<Result<Decision>> Make(Judgement said, Guideline guideline, CancellationToken ct)
    {
        if (!NeedsSecondPerson(said, guideline))
            return await deciding.Make(said, ct);

        var now = clock.GetUtcNow();
        var rulebook = await rulebooks.InForce(db, now, ct);
        // What could not be decided by two is not decided by one either.
        if (!Decision.Make(said, guideline, rulebook, "", now).IsOk(out var whole, out var refusal))
            return refusal;
        // The look-back may have taken the strike out already.
        if (!whole.Outcomes.Any(x => x.Kind is OutcomeKind.Disabled || x.IsOneStrike))
            return await deciding.Make(said, ct);

        var chosen = Chosen(said, guideline);
        var interim = new ChosenOutcome(OutcomeKind.Suspended, OutcomeTarget.Author, Until: now.AddHours(rulebook.Windows.InterimHours));
        var made = await deciding.Make(said with
        {
            Outcomes = [.. chosen.Where(x => !IsGrave(x, guideline) && x.Kind is not OutcomeKind.Suspended), interim],
        }, ct);
        if (!made.IsOk(out var decision, out _))
            return made;

        var what = new Asked(decision.Id, said.Author.Value, [.. chosen.Where(x => IsGrave(x, guideline) || x.Kind is OutcomeKind.Suspended)], decision.CaseId);
        db.Add(Run.Propose(
            RunKind.Disabling, JsonSerializer.Serialize(what, WireJson.Options),
            said.Rationale.Length > Run.MaxReasonLength ? said.Rationale[..Run.MaxReasonLength] : said.Rationale,
            new Actor.Staff(said.DecidedBy!.Value), total: 1, needsSecondPerson: true, TimeSpan.Zero, now, guideline.Restricted));
        return decision;
    }

    private static bool IsGrave(ChosenOutcome x, Guideline guideline) =>
        x.Kind is OutcomeKind.Disabled || x.Kind is OutcomeKind.Strike && guideline.OneStrike;

    private static IReadOnlyList<ChosenOutcome> Chosen(Judgement said, Guideline guideline) =>
        said.Outcomes ?? [.. Resolution.DefaultsOf(guideline, said.Finding, said.Subject.Kind).Select(Resolution.AsChosen)];
}

/// <summary>The second person agreed: what was withheld is decided, and the suspension in its stead ends.</summary>
internal sealed class DisablingWork(
    ModerationDb db, Colleagues colleagues, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock) : IRunWork, IReactTo<RunStopped>
{
    public RunKind Kind => RunKind.Disabling;

    public async Task Next(Run run, CancellationToken ct)
    {
        var asked = GraveDecisions.Read(run);
        await ledgers.Take(new AccountId(asked.Account));
        var first = await db.Decisions.SingleAsync(x => x.Id == asked.Decision, ct);
        string report;
        if (first.State is not DecisionState.InForce)
        {
            report = "decision.alreadyOverturned";
        }
        else
        {
            var made = await deciding.Make(new()
            {
                Subject = first.Subject,
                Author = first.AuthorId,
                Revision = first.Revision,
                PostedAt = first.PostedAt,
                Guideline = first.Guideline,
                Finding = first.Finding,
                Outcomes = asked.Withheld,
                Rationale = $"{first.Id.Code}: {first.Rationale}"[..Math.Min(first.Rationale.Length + 10, Decision.MaxRationaleLength)],
                DeviationReason = first.DeviationReason,
                DecidedBy = first.DecidedBy,
                Batch = first.BatchId,
                Reports = first.Reports,
                Signals = first.Signals,
            }, ct);
            report = made.Match(_ => "done", refused => refused.Code);
            EndInterim(first);
        }

        run.Advance("", 1, report == "done" ? 1 : 0, JsonSerializer.Serialize(new { Came = report }, WireJson.Options));
        run.Finish(clock.GetUtcNow());
    }

    public async Task<Error?> Objection(Run run, StaffId by, CancellationToken ct) =>
        await colleagues.IsOwn(new(GraveDecisions.Read(run).Account), ct) ? EnforcementErrors.OwnDecision : null;

    public async Task React(RunStopped happened, CancellationToken ct)
    {
        if (happened.Run.Kind is not RunKind.Disabling)
            return;

        var asked = GraveDecisions.Read(happened.Run);
        await ledgers.Take(new AccountId(asked.Account));
        EndInterim(await db.Decisions.SingleAsync(x => x.Id == asked.Decision, ct));
    }

    private void EndInterim(Decision first)
    {
        var now = clock.GetUtcNow();
        foreach (var interim in first.Outcomes.Where(x => x.Kind is OutcomeKind.Suspended && x.IsInForce(now)))
            interim.End(now);
        happenings.Touch(SubjectRef.Of(first.AuthorId));
    }
}
