using Moderation.Pipeline;

namespace Moderation.Activity;

/// <summary>Every way this room refuses.</summary>
public static class ActivityErrors
{
    public static Error InFuture { get; } = new(
        Refusal.Unprocessable, "activity.inFuture", "This has not happened yet by our clock. Nothing later could ever change it, so it is not taken.");
}
