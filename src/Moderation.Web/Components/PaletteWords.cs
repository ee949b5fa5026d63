using Microsoft.Extensions.Localization;
using Moderation.Transparency;
using Moderation.Web.Review;
using Moderation.Web.Search;

namespace Moderation.Web.Components;

/// <summary>What the palette offers for what was typed, in its order.</summary>
internal static class PaletteWords
{
    public static IReadOnlyList<PaletteLine> Lines(
        this IStringLocalizer t, string text, IReadOnlyList<PaletteAction> actions, IReadOnlyList<StaffPlace> places, FindAnything.Answer? found, bool maySearch)
    {
        var lines = new List<PaletteLine>();
        lines.AddRange(actions.Where(x => Fits(x.Text, text)).Select(x => new PaletteLine(t["Palette.Actions"], "bolt", x.Text, null, x.Key, null, x.Run)));
        lines.AddRange(places.Where(x => Fits(x.Text, text)).Select(x => new PaletteLine(t["Palette.Places"], x.Icon, x.Text, x.Group, null, x.Href)));
        if (maySearch && text.Length > 0)
            lines.Add(new(t["Palette.Places"], "search", t["Palette.SearchFor", text], null, null, SearchPage.Address(text)));
        lines.AddRange((found?.Cases ?? []).Select(x => new PaletteLine(
            t["Search.Cases"], "inbox", x.Id.Code, $"{t.Kind(x.Kind)} · {CaseWords.At(x.Handle)}", null, CasePage.Address(x.Id))));
        lines.AddRange((found?.Accounts ?? []).Select(x => new PaletteLine(
            t["Search.Accounts"], "person", CaseWords.At(x.Handle), x.DisplayName, null, AccountPage.Address(x.Id))));
        lines.AddRange((found?.Decisions ?? []).Select(x => new PaletteLine(
            t["Search.Decisions"], "gavel", x.Id.Code, $"{x.Guideline} · {CaseWords.At(x.Handle)}", null, SearchPage.AddressOf(x))));
        return lines;
    }

    // Every word that was typed begins a word of it, or stands in it.
    private static bool Fits(string offered, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(x => offered.Contains(x, StringComparison.CurrentCultureIgnoreCase));
}
