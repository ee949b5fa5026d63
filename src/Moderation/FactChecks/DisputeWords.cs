using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>How far a dispute about a rating is.</summary>
public enum DisputeState
{
    Filed,

    /// <summary>The fact-checker did not answer in time. A fact of time that is never stored; they may still answer.</summary>
    Overdue,

    Answered,

    /// <summary>The author took it back.</summary>
    Withdrawn,

    /// <summary>The rating went, or left this item, for another reason: nothing is left to ask.</summary>
    Moot,
}

/// <summary>What a fact-checker says to a dispute.</summary>
public enum DisputeAnswer
{
    /// <summary>The rating stands.</summary>
    Upheld,

    /// <summary>Another rating takes its place.</summary>
    Corrected,

    /// <summary>The whole check is taken back.</summary>
    CheckWithdrawn,
}

/// <summary>What can be done to a dispute.</summary>
internal enum DisputeAct
{
    Answer,
    Withdraw,
    Moot,
}

public readonly record struct DisputeId(Guid Value) : ITypedId<DisputeId>
{
    /// <summary>A short name for people to say.</summary>
    public string Code => $"Q-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static DisputeId Of(Guid value) => new(value);
}

internal sealed record DisputeFiled(Dispute Dispute) : IEvent;

internal sealed record DisputeAnswered(Dispute Dispute) : IEvent;

/// <summary>The rating went, and with it what was asked about it.</summary>
internal sealed record DisputeMooted(Dispute Dispute) : IEvent;

/// <summary>The fact-checker's time to answer is over.</summary>
internal sealed record DisputeOverdue(Dispute Dispute) : IEvent;

/// <summary>A check has another rating, or none any more.</summary>
internal sealed record FactCheckCorrected(FactCheck Check, FactCheckCorrection Correction) : IEvent;
