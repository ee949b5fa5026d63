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

    public static Error UnknownAbsence { get; } = new(Refusal.Unknown, "absence.unknown", "There is no such absence, or it is over.");

    public static Error AbsenceOverlaps { get; } = new(
        Refusal.Conflict, "absence.overlaps", "Another absence is planned in that time.");

    public static Error AbsenceIsPast { get; } = new(Refusal.Unprocessable, "absence.past", "An absence ends in time to come.");

    public static Error LinkUsed { get; } = new(
        Refusal.Gone, "link.used", "This link was used, has ended, or never was. Ask for a new one.");

    public static Error SameKey(KeyAct one, KeyAct other) => new(
        Refusal.Conflict, "keys.same", $"'{one}' and '{other}' would have the same key.");
}

/// <summary>Somebody's roles, languages, skills or being here at all are not what they were.</summary>
internal sealed record StaffChanged(StaffId Staff) : IEvent;

/// <summary>Somebody will not be here, from then on.</summary>
internal sealed record AbsencePlanned(StaffId Staff, DateTimeOffset From) : IEvent;
