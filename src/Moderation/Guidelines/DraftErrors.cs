using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>Every way in which a change of the rules is refused, but for what is wrong in a file.</summary>
public static class DraftErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "draft.unknown", "There is no such draft.");

    public static Error UnknownGuideline { get; } = new(Refusal.Unknown, "guideline.unknown", "There is no such guideline.");

    public static Error TooLarge { get; } = new(
        Refusal.TooLarge, "draft.tooLarge", $"A rulebook has at most {RulebookDraft.MaxSize / 1024 / 1024} MB.");

    public static Error ChangedMeanwhile { get; } = new(
        Refusal.Conflict, "draft.changedMeanwhile", "Somebody else changed this draft since you opened it. Nothing of theirs was overwritten.");

    public static Error NotOpen { get; } = new(
        Refusal.Conflict, "draft.notOpen", "This draft is proposed, in force or discarded. Only an open draft can be changed or proposed.");

    public static Error NotProposed { get; } = new(Refusal.Conflict, "draft.notProposed", "This draft waits for nobody.");

    public static Error SamePerson { get; } = new(
        Refusal.NotAllowed, "draft.samePerson", "Another policy manager must agree: neither who proposed this rulebook nor who edited it last.");

    public static Error FromPast { get; } = new(Refusal.Invalid, "draft.fromPast", "A rulebook cannot come into force in the past.");

    public static Error SameInstant { get; } = new(
        Refusal.Conflict, "rulebook.sameInstant", "Another version comes into force at the same instant. Choose another.");

    public static Error NotScheduled { get; } = new(
        Refusal.Conflict, "rulebook.notScheduled", "Only a version that has not come into force yet can be withdrawn.");

    public static Error NeverInForce { get; } = new(
        Refusal.Conflict, "rulebook.neverInForce", "This version was never in force, so there is nothing to go back to.");

    public static Error AlreadyInForce { get; } = new(Refusal.Conflict, "rulebook.alreadyInForce", "This version is in force now.");

    /// <summary>The file still has mistakes.</summary>
    public static Error Mistaken(int count, Mistake first) => new(
        Refusal.Invalid, "draft.mistaken", count == 1
            ? $"The file has a mistake. {Said(first)}"
            : $"The file has {count} mistakes. The first: {Said(first)}");

    private static string Said(Mistake mistake) => mistake.Line is { } line && !mistake.Words.Contains($"line {line}", StringComparison.OrdinalIgnoreCase)
        ? $"Line {line}: {mistake.Words}"
        : mistake.Words;
}
