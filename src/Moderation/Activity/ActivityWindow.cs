namespace Moderation.Activity;

/// <summary>How long it is kept what people did.</summary>
public sealed record ActivityWindow
{
    /// <summary>Less would not be enough for what looks at it.</summary>
    public const int LeastDays = 15;

    /// <param name="keepDays">In days, <see cref="LeastDays"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is too short.</exception>
    public ActivityWindow(int keepDays = 90)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keepDays, LeastDays);
        KeepDays = keepDays;
    }

    public int KeepDays { get; }

    internal DateTimeOffset Begins(DateTimeOffset now) => now.AddDays(-KeepDays);
}
