namespace Moderation.Laws;

/// <summary>How much is tried: enough by day to be told of a mistake within minutes; all of it with MODERATION_NIGHTLY=true.</summary>
internal static class Nightly
{
    public static bool IsNight { get; } = bool.TryParse(Environment.GetEnvironmentVariable("MODERATION_NIGHTLY"), out var night) && night;

    /// <summary>As many as by day, or as by night.</summary>
    public static int Many(int byDay, int byNight) => IsNight ? byNight : byDay;
}
