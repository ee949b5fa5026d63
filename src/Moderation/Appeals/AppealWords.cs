using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Appeals;

public enum AppealState
{
    Filed,
    InReview,
    SecondOpinion,
    Ruled,
    Withdrawn,

    /// <summary>The decision no longer counts, so there is nothing to rule on.</summary>
    Moot,
}

public enum Ruling
{
    /// <summary>The decision stands.</summary>
    Upheld,
    Overturned,
    PartlyOverturned,
    Inadmissible,
}

/// <summary>Who appeals: the one decided against, or the one whose report was not acted on.</summary>
public enum Appellant
{
    Author,
    Reporter,
}

/// <summary>What can be done to an appeal.</summary>
internal enum AppealAct
{
    Claim,
    Rule,
    Withdraw,
    Moot,
    Reopen,
}

public readonly record struct AppealId(Guid Value) : ITypedId<AppealId>
{
    /// <summary>A short name for people to say.</summary>
    public string Code => $"A-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static AppealId Of(Guid value) => new(value);
}

internal sealed record AppealFiled(Appeal Appeal, Decision Decision) : IEvent;

internal sealed record AppealRuled(Appeal Appeal, Decision Decision) : IEvent;
