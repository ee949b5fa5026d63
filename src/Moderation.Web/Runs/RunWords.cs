using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Moderation.Pipeline;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Runs;

/// <summary>What a run would do, in a line; and who asked for it.</summary>
internal static class RunWords
{
    private const int Shown = 20;

    private static readonly string[] Filters = ["detector", "version", "rule", "guideline"];

    public static string? What(RunProgress.Answer run, IStringLocalizer<Texts> text) => run.Kind switch
    {
        RunKind.BatchDecision when Word(run.What, "guideline") is { } rule => Joined(text["Runs.What.Batch", run.Total, rule], FindingOf(run.What, text)),
        RunKind.OverturnWhere => Joined(text["Runs.What.Overturn", run.Total, Filter(run.What)], Between(run.What, text)),
        RunKind.Disabling when Word(run.What, "account") is { } account => text["Runs.What.Disabling", account].Value,
        RunKind.StrikeChange when Word(run.What, "account") is { } account => run.What.TryGetProperty("give", out var give) && give.ValueKind is JsonValueKind.Object
            ? text["Runs.What.Give", account, Word(give, "guideline") ?? ""].Value
            : text["Runs.What.Take", account].Value,
        RunKind.ApplyRulebook or RunKind.Rehearsal when Day(run.What, "from") is { } from && Day(run.What, "until") is { } until =>
            Number(run.What, "version") is { } version
                ? text["Runs.What.Version", version, from, until].Value : text["Runs.What.Draft", from, until].Value,
        RunKind.Rehearsal => text["Rehearsal.OfDraft"].Value,
        RunKind.Reroute => Joined(Word(run.What, "queue"), Day(run.What, "openedFrom"), Day(run.What, "openedUntil")) is { Length: > 0 } range ? range : null,
        _ => null,
    };

    /// <summary>The first of what it is about, where that is a list.</summary>
    public static string? Subjects(RunProgress.Answer run) =>
        run.What.ValueKind is JsonValueKind.Object && run.What.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
        && items.EnumerateArray().Take(Shown).Select(x => Word(x, "id")).OfType<string>().ToList() is { Count: > 0 } some
            ? string.Join(", ", some) + (some.Count < run.Total ? ", …" : "") : null;

    /// <summary>The case in which what was judged can be read.</summary>
    public static Guid? Case(RunProgress.Answer run) => Guid.TryParse(Word(run.What, "case"), out var id) ? id : null;

    /// <summary>As colleagues know them, without what kind of actor it was.</summary>
    public static string Who(string by) => by[(by.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Filter(JsonElement what) => string.Join(" · ",
        Filters.Select(x => Word(what, x)).OfType<string>());

    private static int? Number(JsonElement what, string name) =>
        what.ValueKind is JsonValueKind.Object && what.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;

    // The last day counts whole: the instant it ends at belongs to the next.
    private static string? Day(JsonElement what, string name) =>
        Word(what, name) is { } said && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, out var at)
            ? (name == "until" ? at.AddTicks(-1) : at).UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture) : null;

    private static string? FindingOf(JsonElement what, IStringLocalizer<Texts> text) => Word(what, "finding") switch
    {
        "violates" => text["Finding.Violates"].Value,
        "notRecommendable" => text["Finding.NotRecommendable"].Value,
        "doesNotViolate" => text["Finding.NoBreach"].Value,
        _ => null,
    };

    private static string Joined(params IEnumerable<string?> words) => string.Join(" · ", words.OfType<string>());

    private static string? Between(JsonElement what, IStringLocalizer<Texts> text) =>
        what.TryGetProperty("from", out var from) && from.TryGetDateTimeOffset(out var begin) && what.TryGetProperty("until", out var until) && until.TryGetDateTimeOffset(out var end)
            ? text["Runs.What.Between", begin.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture), end.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture)].Value
            : null;

    private static string? Word(JsonElement what, string name) =>
        what.ValueKind is JsonValueKind.Object && what.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
