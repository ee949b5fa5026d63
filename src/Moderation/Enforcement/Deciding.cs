using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Turns judgements into decisions in force, and takes decisions back.</summary>
internal sealed class Deciding(
    ModerationDb db, Rulebooks rulebooks, Clearances clearances, RestrictedSubjects restricted, Happenings happenings, Outbox outbox, TimeProvider clock)
{
    // Set where many are taken back at once, so that not each asks for itself.
    private HashSet<DecisionId>? cleared;

    /// <summary>A judgement of a known subject as it is now, or why there can be none.</summary>
    public async Task<Result<Judgement>> OnSubject(
        SubjectRef subject, int? revision, string guideline, Finding finding, string rationale, CancellationToken ct)
    {
        if (subject.Kind is SubjectKind.Account)
            return new Judgement
            {
                Subject = subject,
                Author = new(subject.Id),
                Guideline = guideline,
                Finding = finding,
                Rationale = rationale,
            };

        if (await db.Content.FindAsync([new ContentId(subject.Id)], ct) is not { } item)
            return EnforcementErrors.UnknownSubject;
        if (revision is { } seen && seen != item.Revision)
            return EnforcementErrors.RevisionChanged;

        return new Judgement
        {
            Subject = subject,
            Author = item.AuthorId,
            Revision = item.Revision,
            PostedAt = item.CreatedAt,
            Guideline = guideline,
            Finding = finding,
            Rationale = rationale,
        };
    }

    public async Task<Result<Decision>> Make(Judgement judgement, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rulebook = judgement.RulebookVersion is { } version
            ? await rulebooks.Version(db, version, ct)
            : await rulebooks.InForce(db, now, ct);
        if (rulebook.Find(judgement.Guideline) is not { } guideline)
            return EnforcementErrors.UnknownGuideline;
        if (judgement is { Automation: Automation.Full, Cause: null } && judgement.Finding is not Finding.DoesNotViolate
            && await clearances.Covers(judgement.Subject, judgement.Guideline, ct))
            return EnforcementErrors.Cleared;

        var waiting = judgement.Cause is null && !judgement.Interim ? await db.Cases.About(judgement.Subject).Waiting.ToListAsync(ct) : [];
        if (judgement.Case is null && waiting is [var first, ..])
            judgement = judgement with { Case = first.Id, Reports = first.Reports, Signals = first.Signals };

        var evidence = await EvidenceOf(judgement, ct);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)));
        var made = Decision.Make(judgement, guideline, rulebook, digest, now);
        if (!made.IsOk(out var decision, out _))
            return made;

        if (guideline.Restricted && judgement.Cause is null)
            await restricted.Add(judgement.Subject, ct);
        db.Add(decision);
        db.Add(DecisionEvidence.Of(decision.Id, evidence));
        Touch(decision);
        // Whoever looked at it meanwhile finds that somebody decided.
        foreach (var @case in waiting)
            @case.Close(CaseStage.Decided, judgement.Revision, judgement.Finding is Finding.Violates, now);
        happenings.Raise(new DecisionMade(decision));
        outbox.Tell(decision.Subject, "decision.made", Told(decision), decision.NoticeAt);
        return decision;
    }

    /// <summary>Takes back a decision, or only its outcomes of some kinds.</summary>
    public async Task<Result<IReadOnlyList<DecidedOutcome>>> Overturn(
        Decision decision, string reason, IReadOnlyCollection<OutcomeKind>? only, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lifted = only is null ? decision.Overturn(reason, now) : decision.OverturnOnly(only, reason, now);
        if (lifted.IsRefused)
            return lifted;

        await TakenBack(decision, reason, only, now, ct);
        return lifted;
    }

    /// <summary>Takes back many at once; what each needs is read for all of them together.</summary>
    public async Task<IReadOnlyList<(Decision Decision, Result<IReadOnlyList<DecidedOutcome>> Lifted)>> OverturnAll(
        IReadOnlyList<Decision> decisions, string reason, CancellationToken ct)
    {
        await ReadFor(decisions, ct);
        var answers = new List<(Decision, Result<IReadOnlyList<DecidedOutcome>>)>();
        foreach (var decision in decisions)
            answers.Add((decision, await Overturn(decision, reason, only: null, ct)));

        cleared = null;
        return answers;
    }

    private async Task ReadFor(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var ids = decisions.Select(x => x.Id).ToArray();
        cleared = (await db.Set<Clearance>().AsNoTracking().Where(x => ids.Contains(x.DecisionId)).Select(x => x.DecisionId).ToListAsync(ct)).ToHashSet();
        var cases = decisions.Select(x => x.CaseId).OfType<CaseId>().Distinct().ToArray();
        if (cases.Length > 0)
            await db.Cases.Where(x => cases.Contains(x.Id)).LoadAsync(ct);
        var items = decisions.Where(x => x.SubjectKind is SubjectKind.Content).Select(x => new ContentId(x.SubjectId)).Distinct().ToArray();
        await db.Content.Where(x => items.Contains(x.Id)).LoadAsync(ct);
        var people = decisions.Select(x => x.AuthorId).Distinct().ToArray();
        await db.Set<Accounts.Account>().Where(x => people.Contains(x.Id)).LoadAsync(ct);
    }

    private async Task TakenBack(Decision decision, string reason, IReadOnlyCollection<OutcomeKind>? only, DateTimeOffset now, CancellationToken ct)
    {
        Touch(decision);
        // A step of the ladder says nothing of the content: what a person took back there, the ladder itself remembers.
        if (decision is { IsDerived: false, Finding: not Finding.DoesNotViolate }
            && !(cleared?.Contains(decision.Id) ?? await db.Set<Clearance>().FindAsync([decision.Id], ct) is not null))
            db.Add(Clearance.From(decision, now));
        if (only is null && decision.CaseId is { } id && await db.Cases.FindAsync([id], ct) is { } @case)
            @case.ForgetJudgement();

        happenings.Raise(new DecisionOverturned(decision, reason, Whole: only is null));
        outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
    }

    public void Supersede(Decision decision)
    {
        decision.Supersede(clock.GetUtcNow());
        Touch(decision);
        happenings.Raise(new DecisionSuperseded(decision));
        outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
    }

    /// <summary>What it brought held until an instant; unlike what is superseded, that stays so.</summary>
    public void End(Decision decision, DateTimeOffset at)
    {
        DecidedOutcome[] ended = [.. decision.Outcomes.Where(x => x.RetractedAt is null && !(x.Until <= at))];
        foreach (var outcome in ended)
            outcome.End(at);
        Touch(decision);
        happenings.Raise(new OutcomesReplaced(decision));
        outbox.Tell(decision.Subject, "outcome.ended", new { DecisionId = decision.Id.Value, Outcomes = ended.Select(x => x.Id.Value), EndedAt = at });
    }

    private void Touch(Decision decision)
    {
        happenings.Touch(decision.Subject);
        happenings.Touch(SubjectRef.Of(decision.AuthorId));
    }

    private async Task<string> EvidenceOf(Judgement judgement, CancellationToken ct)
    {
        var id = new ContentId(judgement.Subject.Id);
        var revision = judgement.Subject.Kind is SubjectKind.Content
            ? await db.Revisions.AsNoTracking().FirstOrDefaultAsync(x => x.ContentId == id && x.Number == judgement.Revision, ct)
            : null;
        return JsonSerializer.Serialize(new
        {
            judgement.Subject,
            judgement.Revision,
            RevisionDigest = revision?.Digest,
            revision?.Text,
            revision?.Media,
            judgement.Guideline,
            judgement.Reports,
            judgement.Signals,
            judgement.Cause,
        }, PipelineJson.Options);
    }

    private static object Told(Decision decision) => new
    {
        DecisionId = decision.Id.Value,
        Subject = decision.Subject,
        Author = decision.AuthorId.Value,
        decision.Guideline,
        decision.Finding,
        decision.State,
        Outcomes = decision.Outcomes.Select(x => new
        {
            Id = x.Id.Value,
            x.Kind,
            x.Subject,
            Surfaces = x.Surfaces.Each(),
            x.Weight,
            x.Features,
            x.From,
            x.Until,
            Lifted = x.RetractedAt is not null,
        }),
    };
}
