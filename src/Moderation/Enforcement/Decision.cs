using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Enforcement;

/// <summary>An immutable judgement and what it brings about; later it can only be taken back.</summary>
internal sealed class Decision
{
    public const int MaxRationaleLength = 10_000;

    private readonly List<DecidedOutcome> outcomes = [];

    private Decision()
    {
    }

    public DecisionId Id { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>Whom it is against.</summary>
    public AccountId AuthorId { get; private init; }

    public string Guideline { get; private init; } = "";

    public int RulebookVersion { get; private init; }

    public int? Revision { get; private init; }

    /// <summary>SHA-256 of the evidence it was made on, hexadecimal.</summary>
    public string EvidenceDigest { get; private init; } = "";

    public Finding Finding { get; private init; }

    public string Rationale { get; private init; } = "";

    public string? DeviationReason { get; private init; }

    public Automation Automation { get; private init; }

    public StaffId? DecidedBy { get; private init; }

    public string? Detector { get; private init; }

    public string? DetectorVersion { get; private init; }

    /// <summary>The named rule of a detector that found it.</summary>
    public string? Rule { get; private init; }

    /// <summary>Whether its outcomes are those that the rule asked for when it was made; only those does a new rulebook replace.</summary>
    public bool FollowsRule { get; private init; }

    /// <summary>When the content was posted; null for accounts.</summary>
    public DateTimeOffset? PostedAt { get; private init; }

    public DecisionGround Ground { get; private init; }

    public string? LegalGround { get; private init; }

    /// <summary>The run it was part of; the strikes of one run on one person are one, which lives until its last decision is overturned.</summary>
    public RunId? BatchId { get; private init; }

    public CaseId? CaseId { get; private init; }

    /// <summary>How many people reported it.</summary>
    public int Reports { get; private init; }

    /// <summary>How many signals there were.</summary>
    public int Signals { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>From then on it may be appealed; nothing holds it back yet, so it is the instant it was made.</summary>
    public DateTimeOffset NoticeAt { get; private init; }

    public DateTimeOffset AppealUntil { get; private init; }

    /// <summary>For a derived decision: the decision whose strike reached the step.</summary>
    public DecisionId? CauseId { get; private init; }

    /// <summary>For a derived decision: which row of which ladder.</summary>
    public string? Ladder { get; private init; }

    /// <summary>For a derived decision: the number of strikes that were in force.</summary>
    public int? LadderStrikes { get; private init; }

    /// <summary>For a derived decision: the rulebook whose ladder reached it.</summary>
    public int? LadderVersion { get; private init; }

    public DateTimeOffset? OverturnedAt { get; private set; }

    public string? OverturnReason { get; private set; }

    public DateTimeOffset? SupersededAt { get; private set; }

    public IReadOnlyList<DecidedOutcome> Outcomes => outcomes;

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public bool IsDerived => CauseId is not null;

    public DecisionState State =>
        OverturnedAt is not null ? DecisionState.Overturned
        : SupersededAt is not null ? DecisionState.Superseded
        : DecisionState.InForce;

    public static Result<Decision> Make(Judgement judgement, Guideline guideline, Rulebook rulebook, string evidenceDigest, DateTimeOffset now)
    {
        var id = new DecisionId(Guid.CreateVersion7(now));
        return Resolution.For(id, judgement, guideline, rulebook, now).Match<Result<Decision>>(
            resolved =>
            {
                var decision = new Decision
                {
                    Id = id,
                    SubjectKind = judgement.Subject.Kind,
                    SubjectId = judgement.Subject.Id,
                    AuthorId = judgement.Author,
                    Guideline = judgement.Guideline,
                    RulebookVersion = rulebook.Version,
                    Revision = judgement.Revision,
                    EvidenceDigest = evidenceDigest,
                    Finding = judgement.Finding,
                    Rationale = judgement.Rationale,
                    DeviationReason = judgement.DeviationReason,
                    Automation = judgement.Automation,
                    DecidedBy = judgement.DecidedBy,
                    Detector = judgement.Detector,
                    DetectorVersion = judgement.DetectorVersion,
                    Rule = judgement.Rule,
                    FollowsRule = !judgement.Interim && judgement.Cause is null && !Resolution.Deviates(judgement, guideline),
                    PostedAt = judgement.PostedAt,
                    Ground = judgement.Ground,
                    LegalGround = judgement.LegalGround,
                    BatchId = judgement.Batch,
                    CaseId = judgement.Case,
                    Reports = judgement.Reports,
                    Signals = judgement.Signals,
                    MadeAt = now,
                    NoticeAt = now,
                    AppealUntil = now.AddMonths(rulebook.Windows.AppealMonths),
                    CauseId = judgement.Cause,
                    Ladder = judgement.Ladder,
                    LadderStrikes = judgement.LadderStrikes,
                    LadderVersion = judgement.LadderVersion,
                };
                decision.outcomes.AddRange(resolved);
                return decision;
            },
            error => error);
    }

    /// <summary>From now on it never was; the past stays told.</summary>
    public Result<IReadOnlyList<DecidedOutcome>> Overturn(string reason, DateTimeOffset now)
    {
        if (OverturnedAt is not null)
            return EnforcementErrors.AlreadyOverturned;
        if (SupersededAt is not null)
            return EnforcementErrors.Superseded;

        (OverturnedAt, OverturnReason) = (now, reason);
        return Lift(outcomes, now);
    }

    /// <summary>Some outcomes never were; the rest stands.</summary>
    public Result<IReadOnlyList<DecidedOutcome>> OverturnOnly(IReadOnlyCollection<OutcomeKind> kinds, string reason, DateTimeOffset now)
    {
        if (OverturnedAt is not null)
            return EnforcementErrors.AlreadyOverturned;

        OverturnReason = reason;
        return Lift(outcomes.Where(x => kinds.Contains(x.Kind)), now);
    }

    /// <summary>A rulebook applied to what is in force: some outcomes held until now, others hold from now on.</summary>
    public void TakeOver(IReadOnlySet<OutcomeId> ended, IEnumerable<DecidedOutcome> added, DateTimeOffset now)
    {
        foreach (var outcome in outcomes.Where(x => ended.Contains(x.Id)))
            outcome.End(now);
        outcomes.AddRange(added);
    }

    public void Supersede(DateTimeOffset now)
    {
        SupersededAt ??= now;
        foreach (var outcome in outcomes)
            outcome.Retract(now);
    }

    private static Result<IReadOnlyList<DecidedOutcome>> Lift(IEnumerable<DecidedOutcome> outcomes, DateTimeOffset now)
    {
        DecidedOutcome[] lifted = [.. outcomes.Where(x => x.RetractedAt is null)];
        foreach (var outcome in lifted)
            outcome.Retract(now);

        return lifted;
    }
}
