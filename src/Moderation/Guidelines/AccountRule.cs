namespace Moderation.Guidelines;

/// <summary>When an account, and with it all its content, is not recommended.</summary>
/// <param name="Code">How the rulebook names it.</param>
/// <param name="Title">What the account did, as its owner reads it.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="AtLeast">So many, from 1; null where it is simply true or not.</param>
/// <param name="OfLast">Among so many of the latest posts; null where days count instead.</param>
/// <param name="WindowDays">Within so many days; null where posts count instead.</param>
/// <param name="Guidelines">Only what falls under these counts; empty for all that fit.</param>
/// <param name="Outcomes">What follows; all on the author.</param>
/// <param name="Cure">What ends it.</param>
/// <param name="CureDays">For <see cref="Cure.AfterLast"/>: so many days.</param>
/// <param name="Listing">When the rule counts.</param>
internal sealed record AccountRule(
    string Code,
    string Title,
    AccountFact Counts,
    int? AtLeast,
    int? OfLast,
    int? WindowDays,
    IReadOnlyList<string> Guidelines,
    IReadOnlyList<OutcomeTemplate> Outcomes,
    Cure Cure,
    int? CureDays,
    Listing Listing);

/// <summary>What an account rule counts; the last two are true of an account or not.</summary>
public enum AccountFact
{
    /// <summary>Breaches of community guidelines that left the account in place.</summary>
    Breaches,

    /// <summary>Posts that are not recommended; name, picture and words of the profile count as one.</summary>
    NotRecommendable,

    /// <summary>Posts that somebody else made first.</summary>
    Reposts,

    /// <summary>Posts whose rating counts to repeat.</summary>
    Misinformation,

    /// <summary>Findings that followers or reactions were bought or traded.</summary>
    InauthenticEngagement,

    /// <summary>Whether it may not run advertisements.</summary>
    AdsBanned,

    /// <summary>Whether it is tied to a movement that uses violence.</summary>
    ViolentMovement,
}

/// <summary>What ends that an account is not recommended.</summary>
public enum Cure
{
    /// <summary>Fewer than the number are left in the window, by time, edit, deletion or a won appeal.</summary>
    Window,

    /// <summary>A number of days without another.</summary>
    AfterLast,

    /// <summary>More than half of the posts in the window are its own.</summary>
    MostlyOriginal,

    /// <summary>It is no longer true of the account.</summary>
    StateEnds,
}
