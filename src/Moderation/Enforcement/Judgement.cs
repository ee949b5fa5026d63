using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Enforcement;

/// <summary>What somebody said of a subject, before it takes effect.</summary>
internal sealed record Judgement
{
    public required SubjectRef Subject { get; init; }

    public required AccountId Author { get; init; }

    public int? Revision { get; init; }

    /// <summary>When the content was posted; null for accounts.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    public required string Guideline { get; init; }

    public required Finding Finding { get; init; }

    /// <summary>Null takes those of the rule.</summary>
    public IReadOnlyList<ChosenOutcome>? Outcomes { get; init; }

    public required string Rationale { get; init; }

    public string? DeviationReason { get; init; }

    public Automation Automation { get; init; }

    public StaffId? DecidedBy { get; init; }

    public string? Detector { get; init; }

    public string? DetectorVersion { get; init; }

    /// <summary>The named rule of a detector that found it.</summary>
    public string? Rule { get; init; }

    public DecisionGround Ground { get; init; }

    public string? LegalGround { get; init; }

    /// <summary>Whether it only holds until somebody has looked: a day at most.</summary>
    public bool Interim { get; init; }

    /// <summary>For how many a strike given by hand counts, from 1; null for what the rule says.</summary>
    public int? StrikeWeight { get; init; }

    /// <summary>The run it is part of; what one run does to one person is one strike.</summary>
    public RunId? Batch { get; init; }

    /// <summary>The earlier decision whose place it takes.</summary>
    public DecisionId? Overrides { get; init; }

    /// <summary>Where in its chain it stands; filled in when it is made.</summary>
    public (DecisionId Root, int Place)? Chain { get; init; }

    /// <summary>Decisions that it rests on.</summary>
    public IReadOnlyList<DecisionId> Cites { get; init; } = [];

    /// <summary>The order of an authority that it obeys.</summary>
    public OrderId? Order { get; init; }

    /// <summary>The fact-check whose rating it applies; only then its ground is a rating.</summary>
    public FactCheckId? FactCheck { get; init; }

    /// <summary>The post that was rated; null for what is no rating.</summary>
    public RatedPost? Rated { get; init; }

    /// <summary>When the person is told; null for at once.</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    public CaseId? Case { get; init; }

    /// <summary>Whether it answers nothing that its cases ask, so that they go on waiting.</summary>
    public bool LeavesCases { get; init; }

    public int Reports { get; init; }

    public int Signals { get; init; }

    public DecisionId? Cause { get; init; }

    public string? Ladder { get; init; }

    public int? LadderStrikes { get; init; }

    /// <summary>For a derived decision: the rulebook whose ladder reached it.</summary>
    public int? LadderVersion { get; init; }

    /// <summary>The rulebook it is judged by; null for the one in force.</summary>
    public int? RulebookVersion { get; init; }

    /// <summary>When its outcomes begin; null for now. A derived decision begins with the strike that caused it.</summary>
    public DateTimeOffset? From { get; init; }
}
