using Microsoft.Extensions.Localization;

namespace Moderation.Web.Components;

/// <summary>Under which heading a key is explained.</summary>
public enum KeyGroup
{
    Decide,
    Outcomes,
    Rules,
    Case,
    List,
    Everywhere,
}

/// <summary>One key of a page. What is said of it and what it does stand in one line, so that the overview of all keys cannot lie.</summary>
/// <param name="Key">As it came, before anybody chose another; see <see cref="StaffKey.Key"/>.</param>
/// <param name="Do">Null where the browser does it by itself: a field marked with data-focus-key, rows with data-row.</param>
public sealed record PageKey(string Key, KeyGroup Group, string Words, Func<Task>? Do = null)
{
    /// <summary>Going through a list whose links are marked with data-row.</summary>
    public static IEnumerable<PageKey> Rows(IStringLocalizer t) =>
    [
        new("J", KeyGroup.List, t["KeyAct.Down"]),
        new("K", KeyGroup.List, t["KeyAct.Up"]),
        new("ArrowDown", KeyGroup.List, t["KeyAct.Down"]),
        new("ArrowUp", KeyGroup.List, t["KeyAct.Up"]),
        new("Enter", KeyGroup.List, t["KeyAct.Open"]),
    ];

    public static Task? Press(IEnumerable<PageKey> keys, string key) => keys.FirstOrDefault(x => x.Key == key)?.Do?.Invoke();
}
