namespace Moderation.Ranking;

/// <summary>What an outcome does.</summary>
public enum OutcomeKind
{
    Removed,
    Quarantined,
    Covered,
    AgeLimited,
    Labelled,
    Demoted,
    NotRecommended,
    Strike,
    FeatureBlocked,
    Suspended,
    Disabled,
    Demonetised,
}

/// <summary>The viewers for whom an outcome counts; the request only selects, it never adds a limit.</summary>
public enum Audience
{
    Everyone,

    /// <summary>Viewers under age: under <see cref="Outcome.MinAge"/>, or of unknown age.</summary>
    Minors,

    /// <summary>Viewers who chose to see less sensitive content.</summary>
    SensitivityLess,

    /// <summary>Viewers who did not choose to see more sensitive content.</summary>
    SensitivityStandard,

    /// <summary>Viewers who chose to limit political content.</summary>
    PoliticsLimited,
}

/// <summary>
/// One effect of a decision with everything it needs to be applied, resolved when it was made.
/// It has two times: when it holds (<see cref="From"/>, <see cref="Until"/>) and since when, and until when,
/// we hold it true (<see cref="RecordedAt"/>, <see cref="RetractedAt"/>).
/// </summary>
public sealed record Outcome
{
    /// <summary>The age from which a person counts as adult where an outcome names none, in years.</summary>
    public const int AgeOfMajority = 18;

    /// <summary>The ground of what limits an account whose posts fact-checkers rated again and again.</summary>
    public const string RepeatMisinformation = "account.misinformation";

    public required Guid Id { get; init; }

    public required OutcomeKind Kind { get; init; }

    /// <summary>The code of the rule it rests on, for example <c>fraud</c>.</summary>
    public required string Ground { get; init; }

    /// <summary>Whether its subject is an account; else it is a content item.</summary>
    public bool OnAccount { get; init; }

    public SurfaceSet Surfaces { get; init; } = SurfaceSet.All;

    /// <summary>What share of its value the subject keeps, 0 to 1; only a demotion has less than 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Below this share weights of several grounds do not push a value together, 0 to 1.</summary>
    public double Floor { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Countries (ISO 3166-1 alpha-2, upper case) in which it counts; none means everywhere.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Countries, written alike, in which it does not count although it does around them.</summary>
    public IReadOnlyList<string> ExceptTerritories { get; init; } = [];

    /// <summary>In years; for <see cref="OutcomeKind.AgeLimited"/> and <see cref="Audience.Minors"/>.</summary>
    public int? MinAge { get; init; }

    /// <summary>The label's code, for <see cref="OutcomeKind.Labelled"/>.</summary>
    public string? Label { get; init; }

    /// <summary>From this instant on, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Up to this instant, exclusive; null means until lifted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it became known.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was ended early: it held until then.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was overturned or superseded: from then on it never was.</summary>
    public DateTimeOffset? RetractedAt { get; init; }

    /// <summary>Whether it holds at an instant, by what is known at another.</summary>
    public bool IsInForce(DateTimeOffset at, DateTimeOffset known) =>
        RecordedAt <= known
        && !(RetractedAt <= known)
        && From <= at
        && !(Until <= at)
        && !(EndedAt <= at && EndedAt <= known);

    /// <summary>The instants at which it may begin or cease to hold, by what is known.</summary>
    public IEnumerable<DateTimeOffset> Changes(DateTimeOffset known)
    {
        if (RecordedAt > known || RetractedAt <= known)
            yield break;

        yield return From;
        if (Until is { } until)
            yield return until;
        if (EndedAt is { } ended && ended <= known)
            yield return ended;
    }
}
