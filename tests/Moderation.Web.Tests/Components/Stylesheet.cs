using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Moderation.Web.Tests.Components;

/// <summary>The colours of app.css, as light and dark, and how they stand out from each other.</summary>
internal sealed partial class Stylesheet
{
    private readonly Dictionary<string, (string Light, string Dark)> colours;

    private Stylesheet(string css) => colours = Tokens().Matches(css)
        .ToDictionary(x => x.Groups[1].Value, x => (x.Groups[2].Value, x.Groups[3].Value));

    public static Stylesheet Read([CallerFilePath] string here = "") => new(File.ReadAllText(Path.Combine(
        Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Moderation.Web", "wwwroot", "app.css")));

    public IEnumerable<string> Roles => colours.Keys;

    /// <summary>WCAG 2.2, 1.4.3: from 1 (the same) to 21 (black on white).</summary>
    public double Contrast(string role, string surface, bool dark)
    {
        var (one, other) = (Luminance(Of(role, dark)), Luminance(Of(surface, dark)));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private string Of(string role, bool dark) => dark ? colours[role].Dark : colours[role].Light;

    private static double Luminance(string hex) =>
        0.2126 * Channel(hex, 0) + 0.7152 * Channel(hex, 2) + 0.0722 * Channel(hex, 4);

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"--m-([a-z0-9-]+):[^;{}]*?light-dark\(#([0-9a-f]{6}),#([0-9a-f]{6})\)")]
    private static partial Regex Tokens();
}
