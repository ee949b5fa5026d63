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
internal sealed partial class Deciding(
    ModerationDb db, Rulebooks rulebooks, PauseSwitches pauses, Clearances clearances, Chains chains, Citations citations,
    RestrictedSubjects restricted, Happenings happenings, Outbox outbox, TimeProvider clock)
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
        if (!(await Consider(judgement, now, ct)).IsOk(out var considered, out var refusal))
            return refusal;

        (judgement, var guideline, var rulebook, var before) = considered;
        // An order and a rating say nothing of our rules, so whoever judges by them still has to.
        var waiting = judgement is { Cause: null, Order: null, FactCheck: null, Interim: false, LeavesCases: false } ? await db.Cases.About(judgement.Subject).Waiting.ToListAsync(ct) : [];
        if (judgement.Case is null && waiting is [var first, ..])
            judgement = judgement with { Case = first.Id, Reports = first.Reports, Signals = first.FromMachines };

        var evidence = await EvidenceOf(judgement, ct);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)));
        var made = Decision.Make(judgement, guideline, rulebook, digest, now);
        if (!made.IsOk(out var decision, out _))
            return made;

        if (guideline.Restricted && judgement.Cause is null)
            await restricted.Add(judgement.Subject, ct);
        db.Add(decision);
        db.Add(DecisionEvidence.Of(decision, evidence, guideline.Restricted));
        db.AddRange(judgement.Cites.Distinct().Select(x => Citation.Of(decision.Id, x)));
        if (before is not null)
            chains.Close(before, decision);
        Touch(decision);
        // Whoever looked at it meanwhile finds that somebody decided.
        foreach (var @case in waiting)
            @case.Close(CaseStage.Decided, judgement.Revision, judgement.Finding is Finding.Violates, now);
        happenings.Raise(new DecisionMade(decision));
        if (decision.IsTold)
            Tell(decision);
        return decision;
    }

    /// <summary>The host platform hears of it.</summary>
    public void Tell(Decision decision) => outbox.Tell(decision.Subject, "decision.made", Told(decision));

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
        Outcomes = decision.Shown.Select(x => new
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
