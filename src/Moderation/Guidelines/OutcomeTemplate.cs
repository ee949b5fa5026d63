using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>An outcome as the rulebook gives it, before a decision says on whom and from when.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="On">Whether it falls on the content or on its author.</param>
/// <param name="Surfaces">Where; all surfaces unless the file names some.</param>
/// <param name="Weight">The share of its value that the subject keeps, 0 to 1; below 1 only for a demotion.</param>
/// <param name="Days">For how many days; null means until lifted.</param>
/// <param name="Features">What a blocked feature is.</param>
/// <param name="Audience">The viewers for whom it counts.</param>
/// <param name="MinAge">In years, where age decides.</param>
internal sealed record OutcomeTemplate(
    OutcomeKind Kind,
    OutcomeTarget On,
    SurfaceSet Surfaces,
    double Weight,
    int? Days,
    IReadOnlyList<Feature> Features,
    Audience Audience,
    int? MinAge)
{
    /// <summary>The countries of viewers that it holds for; null for all.</summary>
    public Regions? Where { get; init; }

    /// <summary>The days that it holds for; always unless the file gives dates.</summary>
    public Listing Listing { get; init; }
}

/// <summary>On what an outcome falls.</summary>
public enum OutcomeTarget
{
    Content,
    Author,
}

/// <summary>What an account may do, and may be kept from.</summary>
public enum Feature
{
    Post,
    Story,
    Reel,
    Comment,
    Message,
    Live,
    CreateAd,
    Monetise,
}
