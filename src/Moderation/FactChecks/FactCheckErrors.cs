using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>Every way this room refuses.</summary>
public static class FactCheckErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "factCheck.unknown", "There is no such fact-check.");

    public static Error UnknownRating { get; } = new(
        Refusal.Unprocessable, "factCheck.unknownRating", "We do not know this rating word of this publisher, and nothing was kept. Its table of words says which we know.");

    public static Error Withdrawn { get; } = new(Refusal.Conflict, "factCheck.withdrawn", "This fact-check was withdrawn.");

    public static Error NotWaiting { get; } = new(Refusal.Conflict, "factCheck.notWaiting", "Nobody waits for a rating of this fact-check; a change of it is a correction.");

    public static Error Waiting { get; } = new(Refusal.Conflict, "factCheck.waiting", "This fact-check waits for a person to rate it; there is nothing to correct.");

    public static Error NotMatched { get; } = new(Refusal.Unknown, "factCheck.notMatched", "This fact-check labels no such copy.");

    public static Error NotACopy { get; } = new(Refusal.Conflict, "factCheck.notACopy", "The check itself names this item; only its checker can say otherwise.");

    public static Error UnknownPublisher { get; } = new(Refusal.Unknown, "publisher.unknown", "There is no such publisher.");

    /// <summary>A document that is no ClaimReview, or lacks something.</summary>
    public static Error Unreadable(IReadOnlyDictionary<string, string[]> fields) => new(
        Refusal.Invalid, "factCheck.unreadable", string.Join(' ', fields.Values.SelectMany(x => x)), fields);
}
