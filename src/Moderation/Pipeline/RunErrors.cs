namespace Moderation.Pipeline;

/// <summary>Every way a run refuses.</summary>
public static class RunErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "run.unknown", "There is no such run.");

    public static Error NotWaiting { get; } = new(Refusal.Conflict, "run.notWaiting", "This does not wait for a second person any more.");

    public static Error SamePerson { get; } = new(
        Refusal.NotAllowed, "run.samePerson", "You proposed this yourself; somebody else has to agree.");

    public static Error Ended { get; } = new(Refusal.Conflict, "run.ended", "This has ended; nothing is left to stop.");
}
