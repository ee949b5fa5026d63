using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Enforcement;

/// <summary>An immutable judgement and what it brings about; later it can only be taken back.</summary>
internal sealed class Decision
{
    public const int MaxRationaleLength = 10_000;

    /// <summary>In characters.</summary>
    public const int MaxReportNumber = 100;

    private readonly List<DecidedOutcome> outcomes = [];

    private Decision()
    {
    }

    public DecisionId Id { get; private init; }

    /// <summary>The end of its short name, for search; see <see cref="DecisionId.Code"/>.</summary>
    public string Code { get; private init; } = "";

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

    /// <summary>When the person is to be told; from then on it may be appealed.</summary>
    public DateTimeOffset NoticeAt { get; private init; }

    /// <summary>Why that is later than it was made.</summary>
    public NoticeDelay NoticeDelay { get; private init; }

    /// <summary>When the person was told; null while it is kept quiet.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Whether it only holds until somebody has looked.</summary>
    public bool IsInterim { get; private init; }

    /// <summary>The earlier decision whose place it took.</summary>
    public DecisionId? Overrides { get; private init; }

    /// <summary>The first decision of the chain it stands in; null for that first one itself.</summary>
    public DecisionId? ChainId { get; private init; }

    /// <summary>Its place in the chain; 0 for the first.</summary>
    public int ChainPlace { get; private init; }

    /// <summary>The order of an authority that it obeys.</summary>
    public OrderId? OrderId { get; private init; }

    /// <summary>The fact-check whose rating it applies.</summary>
    public FactCheckId? FactCheckId { get; private init; }

    /// <summary>When that rating was given; null for what is no rating.</summary>
    public DateTimeOffset? RatedAt { get; private init; }

    /// <summary>Since when the post says what was rated; null for what is no rating.</summary>
    public DateTimeOffset? SharedAt { get; private init; }

    public DateTimeOffset AppealUntil { get; private init; }

    /// <summary>For a derived decision: the decision whose strike reached the step, or with which a rule on accounts began to hold.</summary>
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

    /// <summary>Since when another has its place; null again once that one is overturned.</summary>
    public DateTimeOffset? OverriddenAt { get; private set; }

    /// <summary>The number under which an authority was told of it.</summary>
    public string? AuthorityReport { get; private set; }

    /// <summary>Until when everything about it is kept for that authority.</summary>
    public DateTimeOffset? PreserveUntil { get; private set; }

    public IReadOnlyList<DecidedOutcome> Outcomes => outcomes;

    /// <summary>Its outcomes, each as it is now: what was made again stands for what it was before.</summary>
    public IEnumerable<DecidedOutcome> Shown => outcomes.Where(x => !outcomes.Exists(y => y.Restores == x.Id));

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public bool IsDerived => CauseId is not null;

    /// <summary>Whether it follows from a rule on accounts, and not from a ladder.</summary>
    public bool FollowsAccountRule => CauseId is not null && Ladder is null;

    public RatedPost? Rated => RatedPost.Of(RatedAt, SharedAt, Rule);

    /// <summary>Whether the person was told of it, as far as there was anything to tell.</summary>
    public bool IsTold => NoticeDelay is NoticeDelay.None || ToldAt is not null;

    /// <summary>Whether the person may not know of it yet.</summary>
    public bool IsQuiet(DateTimeOffset now) => !IsTold && NoticeAt > now;

    /// <summary>The rule it was made on, as it was; for an order, what the authority rests it on.</summary>
    public Guideline RuleIn(Rulebook rulebook) => OrderId is null ? rulebook.Rule(Guideline)! : Order.Rule with { Text = LegalGround ?? "" };

    public DecisionState State =>
        OverturnedAt is not null ? DecisionState.Overturned
        : SupersededAt is not null ? DecisionState.Superseded
        : OverriddenAt is not null ? DecisionState.Overridden
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
                    Code = id.Code[2..],
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
                    FollowsRule = !judgement.Interim && judgement is { Cause: null, Order: null } && !Resolution.Deviates(judgement, guideline),
                    PostedAt = judgement.PostedAt,
                    Ground = judgement.Ground,
                    LegalGround = judgement.LegalGround,
                    BatchId = judgement.Batch,
                    CaseId = judgement.Case,
                    Reports = judgement.Reports,
                    Signals = judgement.Signals,
                    MadeAt = now,
                    NoticeAt = judgement.NoticeAt ?? now,
                    NoticeDelay = judgement.NoticeAt is null ? NoticeDelay.None : NoticeDelay.ConfidentialOrder,
                    ToldAt = judgement.NoticeAt is null ? now : null,
                    AppealUntil = (judgement.NoticeAt ?? now).AddMonths(rulebook.Windows.AppealMonths),
                    IsInterim = judgement.Interim,
                    Overrides = judgement.Overrides,
                    ChainId = judgement.Chain?.Root,
                    ChainPlace = judgement.Chain?.Place ?? 0,
                    OrderId = judgement.Order,
                    FactCheckId = judgement.FactCheck,
                    RatedAt = judgement.Rated?.RatedAt,
                    SharedAt = judgement.Rated?.SharedAt,
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
        return Lift(outcomes, reason, now);
    }

    /// <summary>Some outcomes never were; the rest stands.</summary>
    public Result<IReadOnlyList<DecidedOutcome>> OverturnOnly(Func<DecidedOutcome, bool> only, string reason, DateTimeOffset now)
    {
        if (OverturnedAt is not null)
            return EnforcementErrors.AlreadyOverturned;
        if (SupersededAt is not null || OverriddenAt is not null)
            return EnforcementErrors.Superseded;

        OverturnReason = reason;
        return Lift(outcomes.Where(only), reason, now);
    }

    /// <summary>A rulebook applied to what is in force: some outcomes held until now, others hold from now on.</summary>
    public void TakeOver(IReadOnlySet<OutcomeId> ended, IEnumerable<DecidedOutcome> added, DateTimeOffset now)
    {
        foreach (var outcome in outcomes.Where(x => ended.Contains(x.Id)))
            outcome.End(now);
        outcomes.AddRange(added);
    }

    /// <summary>What was once promised to be kept is not kept shorter.</summary>
    public void ReportedAs(string number, DateTimeOffset preserveUntil) =>
        (AuthorityReport, PreserveUntil) = (number, PreserveUntil > preserveUntil ? PreserveUntil : preserveUntil);

    public void Supersede(DateTimeOffset now)
    {
        SupersededAt ??= now;
        foreach (var outcome in outcomes)
            outcome.Retract(now, HowLifted.Superseded, null);
    }

    /// <summary>Another takes its place.</summary>
    public void Override(Decision by, DateTimeOffset now)
    {
        OverriddenAt ??= now;
        foreach (var outcome in outcomes)
            outcome.Retract(now, HowLifted.Overridden, by.Id.Code);
    }

    /// <summary>What had its place never was: its outcomes are made again.</summary>
    public IReadOnlyList<DecidedOutcome> Restore(DateTimeOffset now)
    {
        OverriddenAt = null;
        DecidedOutcome[] again = [.. outcomes
            .Where(x => x.Lifted is HowLifted.Overridden && !outcomes.Exists(y => y.Restores == x.Id)).Select(x => x.Again(now))];
        outcomes.AddRange(again);
        return again;
    }

    public void Tell(DateTimeOffset now) => ToldAt ??= now;

    private static Result<IReadOnlyList<DecidedOutcome>> Lift(IEnumerable<DecidedOutcome> outcomes, string reason, DateTimeOffset now)
    {
        DecidedOutcome[] lifted = [.. outcomes.Where(x => x.RetractedAt is null)];
        foreach (var outcome in lifted)
            outcome.Retract(now, HowLifted.Overturned, reason);

        return lifted;
    }
}
