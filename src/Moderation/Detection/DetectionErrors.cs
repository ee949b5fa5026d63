using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>Every way this room refuses.</summary>
public static class DetectionErrors
{
    public static Error SweepMoved { get; } = new(
        Refusal.Conflict, "sweep.moved", "Somebody else went on with this sweep meanwhile, or it is over.");
}
