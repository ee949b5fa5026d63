namespace Moderation.Detection;

/// <summary>One thing done by an account, as detectors see it: who, with what, when, from where. All are keys.</summary>
/// <param name="What">An item, or an account that was followed.</param>
/// <param name="At">In milliseconds since 1970.</param>
/// <param name="Device">0 where unknown.</param>
internal readonly record struct Act(long Who, long What, long At, long Device = 0);

/// <summary>An item and when it was posted.</summary>
/// <param name="At">In milliseconds since 1970.</param>
internal readonly record struct Posted(long What, long Who, long At);
