using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>How this room refuses; what is wrong in a file is in <see cref="RulebookMistakes"/>.</summary>
public static class GuidelineErrors
{
    public static Error NoneInForce { get; } = new(
        Refusal.Unknown, "rulebook.noneInForce", "No rulebook is in force at this time.");

    public static Error UnknownVersion { get; } = new(
        Refusal.Unknown, "rulebook.unknownVersion", "There is no rulebook of this number.");

    public static Error Unreadable(string place) => new(
        Refusal.Invalid, "rulebook.unreadable", $"{place}: what stands here cannot be read.");
}
