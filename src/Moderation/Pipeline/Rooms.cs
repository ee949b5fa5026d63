namespace Moderation.Pipeline;

/// <summary>The rooms on their line; news and settling go through them in this order, not in that of registration.</summary>
internal static class Rooms
{
    public static readonly string[] Line =
    [
        "Storage", "Pipeline", "People", "Accounts", "Content", "Activity", "Guidelines", "Review", "Enforcement",
        "Detection", "Reports", "FactChecks", "RepeatOffenders", "Recommendations", "Appeals", "Quality", "Eligibility",
        "Notices", "Transparency",
    ];

    public static IEnumerable<T> InRoomOrder<T>(this IEnumerable<T> parts) where T : class => parts
        .OrderBy(x => Array.IndexOf(Line, x.GetType().Namespace?.Split('.') is [_, var room, ..] ? room : ""))
        .ThenBy(x => x.GetType().Name, StringComparer.Ordinal);
}
