namespace Moderation.Ranking;

/// <summary>How much sensitive content a viewer chose to see.</summary>
public enum Sensitivity
{
    More,
    Standard,
    Less,
}

/// <summary>Whether a viewer chose to limit political content.</summary>
public enum Politics
{
    Show,
    Limit,
}

/// <summary>The viewer, as far as they are known. Unknown age counts as under age.</summary>
public sealed record Viewer
{
    public static Viewer Unknown { get; } = new();

    /// <summary>An adult of whom nothing else is known.</summary>
    public static Viewer Adult { get; } = new() { Age = Outcome.AgeOfMajority };

    public int? Age { get; init; }

    public bool? IsMinor { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public Sensitivity Sensitivity { get; init; } = Sensitivity.Standard;

    public Politics Politics { get; init; }

    public bool IsUnder(int age) =>
        Age is { } years ? years < age
        : IsMinor is { } minor ? minor || age > Outcome.AgeOfMajority
        : true;
}

/// <summary>For whom and where a verdict is asked.</summary>
/// <param name="Surface">Where it would be shown.</param>
/// <param name="Viewer">To whom.</param>
/// <param name="Follows">Whether the viewer follows the author.</param>
public sealed record Request(Surface Surface, Viewer Viewer, bool Follows);
