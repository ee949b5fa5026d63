using Microsoft.Extensions.Localization;
using Moderation.Guidelines;

namespace Moderation.Web.FactChecks;

/// <summary>A table of words as one writes it: each in a line of its own, "grotendeels onwaar = Partly false".</summary>
internal static class TableText
{
    public static string Of(IReadOnlyDictionary<string, Rating> table, IStringLocalizer t) =>
        string.Join('\n', table.OrderBy(x => x.Value).ThenBy(x => x.Key, StringComparer.CurrentCulture).Select(x => $"{x.Key} = {t[$"Rating.{x.Value}"].Value}"));

    /// <summary>What it says, or the first line that cannot be read. Ratings may be named in the language of the page, or in English.</summary>
    public static (Dictionary<string, Rating> Table, string? Unread) Read(string? text, IStringLocalizer t)
    {
        var names = Enum.GetValues<Rating>().SelectMany(x => new[] { KeyValuePair.Create(Plain(t[$"Rating.{x}"].Value), x), KeyValuePair.Create(Plain($"{x}"), x) })
            .DistinctBy(x => x.Key).ToDictionary(StringComparer.Ordinal);
        var table = new Dictionary<string, Rating>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = line.LastIndexOf('=');
            var word = cut < 0 ? "" : line[..cut].Trim();
            if (word.Length == 0 || !names.TryGetValue(Plain(line[(cut + 1)..]), out var rating) || !table.TryAdd(word, rating))
                return (table, line);
        }

        return (table, null);
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
