namespace Moderation.Web.Components;

/// <summary>Something that can be done from here, in the palette.</summary>
/// <param name="Key">The key that does the same, as it is shown; null for none.</param>
public sealed record PaletteAction(string Text, string? Key, Func<Task> Run);

/// <summary>A line of the palette: where it leads, or what it does.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="More">Beside it, in small.</param>
internal sealed record PaletteLine(string Group, string Icon, string Text, string? More, string? Key, string? Href, Func<Task>? Run = null);
