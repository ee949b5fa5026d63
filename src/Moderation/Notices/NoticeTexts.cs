using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Moderation.Notices;

/// <summary>The words members read, from resource files, one a language.</summary>
internal static partial class NoticeTexts
{
    private static readonly ResourceManager Resources = new("Moderation.Notices.NoticeTexts", typeof(NoticeTexts).Assembly);

    /// <summary>The culture of a language we have words in; else English.</summary>
    public static CultureInfo CultureOf(string? language) => language?.Split('-')[0] switch
    {
        "nl" => CultureInfo.GetCultureInfo("nl"),
        _ => CultureInfo.GetCultureInfo("en-GB"),
    };

    public static string Date(DateTimeOffset at, CultureInfo culture) => at.UtcDateTime.ToString("d MMMM yyyy", culture);

    /// <summary>Of what is due within hours.</summary>
    public static string DateAndTime(DateTimeOffset at, CultureInfo culture) => $"{Date(at, culture)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>The text with its placeholders filled.</summary>
    /// <exception cref="InvalidOperationException">There is no such text, or a placeholder has nothing to fill it: it must not be sent.</exception>
    public static string Fill(string name, CultureInfo culture, params (string Name, object? Value)[] values)
    {
        var text = Resources.GetString(name, culture) ?? throw new InvalidOperationException($"There is no text '{name}'.");
        return Placeholder().Replace(text, match =>
            Array.Find(values, x => x.Name == match.Groups[1].Value) is { Value: { } value }
                ? Convert.ToString(value, culture)!
                : throw new InvalidOperationException($"The text '{name}' has nothing for '{match.Value}'."));
    }

    /// <summary>Whether there is such a text.</summary>
    public static bool Has(string name) => Resources.GetString(name, CultureInfo.InvariantCulture) is not null;

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}
