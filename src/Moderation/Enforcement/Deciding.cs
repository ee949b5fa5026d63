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
        var rulebook = await rulebooks.InForce(db, now, ct);
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
        db.Add(DecisionEvidence.Of(decision, evidence, guideline.Restricted));
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

        Touch(decision);
        // A step of the ladder says nothing of the content: what a person took back there, the ladder itself remembers.
        if (decision is { IsDerived: false, Finding: not Finding.DoesNotViolate } && await db.Set<Clearance>().FindAsync([decision.Id], ct) is null)
            db.Add(Clearance.From(decision, now));
        if (only is null && decision.CaseId is { } id && await db.Cases.FirstOrDefaultAsync(x => x.Id == id, ct) is { } @case)
            @case.ForgetJudgement();

        happenings.Raise(new DecisionOverturned(decision, reason, Whole: only is null));
        outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
        return lifted;
    }

    public void Supersede(Decision decision)
    {
        decision.Supersede(clock.GetUtcNow());
        Touch(decision);
        happenings.Raise(new DecisionSuperseded(decision));
        outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
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
