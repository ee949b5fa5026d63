namespace Moderation.Web.Components;

/// <summary>A place of the staff's menu; a person sees only those they may enter.</summary>
/// <param name="Icon">A name of Material Symbols.</param>
/// <param name="Count">What waits there, as it is read: "1,284", "10,000+".</param>
/// <param name="Group">The heading it stands under; the first group has none.</param>
public sealed record StaffPlace(string Text, string Href, string Icon, string? Count = null, string? Group = null);

/// <summary>A step on the way here; the last has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>A place of the member's menu.</summary>
/// <param name="Count">How many are unread.</param>
public sealed record MemberPlace(string Text, string Href, int Count = 0);

/// <summary>A key of staff, with the case and claim that stood on the page when it was pressed.</summary>
/// <param name="Key">As in "N", "Shift+F", ".E", "1", "[", "?", "Enter", "Escape", "ArrowDown", "Ctrl+Enter", "Ctrl+Shift+Enter", "Ctrl+K".</param>
public sealed record StaffKey(string Key, string? Case, long? Claim);
