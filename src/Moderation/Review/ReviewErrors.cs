using System.Globalization;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>Every way this room refuses.</summary>
public static class ReviewErrors
{
    public static Error UnknownCase { get; } = new(Refusal.Unknown, "case.unknown", "There is no such case.");

    public static Error StaleClaim { get; } = new(
        Refusal.Conflict, "claim.stale", "This case is no longer yours. Nothing was decided.");

    public static Error HeldByAnother { get; } = new(
        Refusal.Conflict, "claim.held", "Somebody else is looking at this case.");

    public static Error ForLeads { get; } = new(
        Refusal.NotAllowed, "case.escalated", "This case was handed on; a lead will take it.");

    public static Error OwnCase { get; } = new(
        Refusal.NotAllowed, "claim.own", "This case is about your own account or report; somebody else will take it.");

    public static Error NothingWaits { get; } = new(Refusal.Unknown, "queue.empty", "Nothing waits.");

    public static Error UnknownQueue { get; } = new(Refusal.Unknown, "queue.unknown", "There is no such queue.");

    public static Error QueueReserved { get; } = new(
        Refusal.Unprocessable, "queue.reserved", "This name is that of a queue which is always there.");

    public static Error QueueNotEmpty { get; } = new(
        Refusal.Conflict, "queue.notEmpty", "Cases wait in this queue. Switch it off and route them again first.");

    public static Error QueueNotYours { get; } = new(
        Refusal.NotAllowed, "queue.notYours", "This waits in a queue that is not yours; somebody of that queue will take it.");

    public static Error QueueUnknownGuideline(string code) => new(
        Refusal.Unprocessable, "queue.unknownGuideline", $"No guideline in force has the code '{(code.Length > 100 ? code[..100] : code)}'.");

    /// <summary>Two queues would ask for one case; the words describe it.</summary>
    internal static Error QueueOverlap(string other, RoutingFacts both) => new(
        Refusal.Unprocessable, "queue.overlap", $"The queue '{other}' asks for some of the same cases, for example: {Described(both)}.");

    private static string Described(RoutingFacts x) => string.Create(CultureInfo.InvariantCulture,
        $"{x.Kind}, guideline {x.Guideline ?? "any"}, source {x.Source}, language {Or(x.Language)}, country {Or(x.Country)}, reach {x.Reach}, score {x.Score:0.##}");

    private static string Or(string said) => said is "" ? "any" : said;

    public static Error Snoozed { get; } = new(Refusal.Conflict, "case.snoozed", "This case was put aside until a date.");

    public static Error NotSnoozed { get; } = new(Refusal.Conflict, "case.notSnoozed", "This case is not put aside.");

    public static Error NotYourSnooze { get; } = new(
        Refusal.NotAllowed, "case.notYourSnooze", "Only who put this case aside, or a lead, can wake it.");

    public static Error SnoozePeriod { get; } = new(
        Refusal.Unprocessable, "snooze.period", "A case can be put aside until a time to come, at most 30 days away.");

    public static Error Kept { get; } = new(
        Refusal.Conflict, "case.kept", "This case is kept for a colleague for a while.");

    public static Error NotAsked { get; } = new(Refusal.Conflict, "case.notEscalated", "Nobody asked anything about this case.");

    public static Error UnknownColleague { get; } = new(
        Refusal.Unprocessable, "colleague.unknown", "No colleague who reviews cases is called that.");

    public static Error AmbiguousColleague { get; } = new(
        Refusal.Unprocessable, "colleague.ambiguous", "More than one colleague is called that.");

    public static Error SameColleague { get; } = new(Refusal.Unprocessable, "colleague.yourself", "You have this case yourself.");

    /// <summary>Also where it is about their own account or report: which of the two is nobody else's business.</summary>
    public static Error ColleagueMayNot { get; } = new(
        Refusal.Unprocessable, "colleague.mayNot", "This colleague may not take this case.");

    public static Error ColleagueAway { get; } = new(Refusal.Unprocessable, "colleague.away", "This colleague is away.");

    public static Error ColleagueLanguage { get; } = new(
        Refusal.Unprocessable, "colleague.language", "This colleague does not read the language of this case.");

    public static Error ColleagueSkill { get; } = new(
        Refusal.Unprocessable, "colleague.skill", "This colleague lacks the skill this queue asks for.");

    public static Error UnknownNote { get; } = new(Refusal.Unknown, "note.unknown", "There is no such note.");

    public static Error NotYourNote { get; } = new(Refusal.NotAllowed, "note.notYours", "Somebody else wrote this note.");

    public static Error NoteStands { get; } = new(
        Refusal.Conflict, "note.stands", "This note can no longer be withdrawn: ten minutes have passed, or it is gone already.");

    public static Error Closed { get; } = new(Refusal.Conflict, "case.closed", "This case is closed.");

    public static Error UnknownView { get; } = new(Refusal.Unknown, "view.unknown", "There is no such view of yours.");

    public static Error ViewNameTaken { get; } = new(Refusal.Conflict, "view.name-taken", "You have a view of that name.");

    public static Error TooManyViews { get; } = new(Refusal.Conflict, "view.too-many", $"You have {SavedView.MaxViews} views. Remove one first.");
}
