using Moderation.Pipeline;

namespace Moderation.People;

/// <summary>Every way this room refuses.</summary>
public static class PeopleErrors
{
    public static Error UnknownKey { get; } = new(Refusal.Unknown, "key.unknown", "There is no such api key.");

    public static Error UnknownStaff { get; } = new(
        Refusal.Unprocessable, "staff.unknown", "Nobody active of that name works here in the role this needs.");

    public static Error NoSuchPerson { get; } = new(Refusal.Unknown, "staff.notFound", "Nobody of that name works here.");

    public static Error NameTaken { get; } = new(Refusal.Conflict, "signIn.nameTaken", "Somebody else signs in by that name.");

    public static Error NotAsAnother { get; } = new(
        Refusal.NotAllowed, "staff.notAsAnother", "You can only act in your own name.");

    public static Error LastAdmin { get; } = new(
        Refusal.Conflict, "staff.lastAdmin", "This is the last administrator; make another one first.");

    public static Error LinkUsed { get; } = new(
        Refusal.Gone, "link.used", "This link was used, has ended, or never was. Ask for a new one.");

    public static Error SameKey(KeyAct one, KeyAct other) => new(
        Refusal.Conflict, "keys.same", $"'{one}' and '{other}' would have the same key.");
}
