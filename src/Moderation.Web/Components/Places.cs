using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Web.Components;

/// <summary>Where people of each role may go. Places without right are absent; the use cases behind them refuse by themselves.</summary>
internal static class Places
{
    public const string Queue = "/review";
    public const string MyCases = "/review/mine";
    public const string OnDuty = "/people-on-duty";
    public const string Search = "/search";
    public const string Appeals = "/appeals";
    public const string Disputes = "/fact-checks/disputes";
    public const string Runs = "/runs";
    public const string Mentions = "/mentions";
    public const string Batch = "/review/batch";
    public const string Queues = "/queues";
    public const string Rulebook = "/rulebook";
    public const string Drafts = "/drafts";
    public const string Rehearsals = "/rehearsals";
    public const string People = "/people";
    public const string Keys = "/keys";
    public const string Pauses = "/pauses";
    public const string Orders = "/orders";
    public const string Strikes = "/strikes";
    public const string Referrals = "/referrals";
    public const string Quarantine = "/child-safety";
    public const string Openings = "/child-safety/openings";
    public const string Audit = "/audit";
    public const string Flaggers = "/trusted-flaggers";
    public const string Banks = "/banks";
    public const string Claims = "/fact-checks";
    public const string Matches = "/fact-checks/matches";
    public const string MyRatings = "/fact-checks/mine";
    public const string Publishers = "/fact-checks/publishers";
    public const string Dashboard = "/dashboard";
    public const string Status = "/account";
    public const string Notices = "/account/notices";
    public const string MyAppeals = "/account/appeals";

    public static string Bank(string code) => $"{Banks}/{code}";

    public static string Decision(DecisionId id) => $"{Status}/decisions/{id.Value}";

    public static string FactCheck(FactCheckId id) => $"{Claims}/{id.Value}";

    public static string Rate(ContentId content) => $"{Claims}/rate?item={Uri.EscapeDataString(content.Value)}";

    public static string Rate(FactCheckId check) => $"{Claims}/rate?check={check.Value}";

    private static readonly (Role[] Roles, string Text, string Href, string Icon)[] Staff =
    [
        ([Role.Moderator, Role.Lead], "Place.Queue", Queue, "inbox"),
        ([Role.ChildSafety], "Place.RestrictedQueue", Queue, "shield_locked"),
        ([Role.Moderator, Role.Lead, Role.ChildSafety], "Place.MyCases", MyCases, "assignment_ind"),
        ([Role.Moderator, Role.Lead, Role.ChildSafety], "Place.Search", Search, "search"),
        ([Role.AppealReviewer], "Place.Appeals", Appeals, "balance"),
        ([Role.FactChecker], "Place.Claims", Claims, "fact_check"),
        ([Role.FactChecker], "Place.Disputes", Disputes, "forum"),
        ([Role.FactChecker], "Place.MyRatings", MyRatings, "rate_review"),
        ([Role.Lead, Role.Admin], "Place.Dashboard", Dashboard, "monitoring"),
        ([Role.Lead], "Place.Queues", Queues, "alt_route"),
        ([Role.Lead], "Place.PeopleOnDuty", OnDuty, "groups"),
        ([Role.Admin], "Place.People", People, "group"),
        ([Role.Admin], "Place.Keys", Keys, "key"),
        ([Role.Admin, Role.Lead], "Place.Flaggers", Flaggers, "star"),
        ([Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer, Role.PolicyManager], "Place.Rulebook", Rulebook, "menu_book"),
        ([Role.PolicyManager], "Place.Drafts", Drafts, "edit_document"),
        ([Role.PolicyManager], "Place.Rehearsals", Rehearsals, "science"),
        ([Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Moderator], "Place.Banks", Banks, "fingerprint"),
        ([Role.PolicyManager, Role.Lead], "Place.Publishers", Publishers, "newspaper"),
        ([Role.PolicyManager, Role.Lead], "Place.Strikes", Strikes, "bar_chart"),
        ([Role.Moderator, Role.Lead], "Batch.Title", Batch, "playlist_add_check"),
        ([Role.Moderator, Role.Lead, Role.ChildSafety], "Place.Mentions", Mentions, "alternate_email"),
        ([Role.Lead, Role.PolicyManager, Role.ChildSafety, Role.Admin], "Place.Runs", Runs, "directions_run"),
        ([Role.Lead, Role.PolicyManager, Role.Admin], "Place.Pauses", Pauses, "pause_circle"),
        ([Role.Lead], "Place.Orders", Orders, "gavel"),
        ([Role.Lead, Role.ChildSafety], "Place.Referrals", Referrals, "emergency"),
        ([Role.ChildSafety], "Place.Quarantine", Quarantine, "shield_lock"),
        ([Role.ChildSafety, Role.Admin], "Place.Openings", Openings, "history"),
        ([Role.Admin], "Place.Audit", Audit, "verified_user"),
    ];

    public static IReadOnlyList<StaffPlace> For(IReadOnlySet<Role> roles, Func<string, string> text) =>
        [.. Staff.Where(x => x.Roles.Any(roles.Contains)).Select(x => new StaffPlace(text(x.Text), x.Href, x.Icon)).DistinctBy(x => x.Href)];

    public static IReadOnlyList<MemberPlace> ForMembers(Func<string, string> text, int unread) =>
        [new(text("Place.AccountStatus"), Status), new(text("Place.Notices"), Notices, unread), new(text("Place.Appeals"), MyAppeals)];

    /// <summary>Where somebody who signs in begins.</summary>
    public static string Home(IReadOnlySet<Role> roles) =>
        roles.Contains(Role.Member) ? Status : Staff.FirstOrDefault(x => x.Roles.Any(roles.Contains)) is { Href: { } href } ? href : "/sign-in";
}
