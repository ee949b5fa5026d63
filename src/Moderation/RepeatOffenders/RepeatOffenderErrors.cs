using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>Every way this room refuses.</summary>
public static class RepeatOffenderErrors
{
    public static Error NotInForce { get; } = new(
        Refusal.Conflict, "rulebook.notInForce", "Only the rulebook in force can be applied to what was decided before.");
}
