using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Moderation.Pipeline;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Runs;

/// <summary>What a run would do, in a line; and who asked for it.</summary>
internal static class RunWords
{
    private static readonly string[] Filters = ["detector", "version", "rule", "guideline"];

    public static string? What(RunProgress.Answer run, IStringLocalizer<Texts> text) => run.Kind switch
    {
        RunKind.BatchDecision when Word(run.What, "guideline") is { } rule => text["Runs.What.Batch", run.Total, rule].Value,
        RunKind.OverturnWhere => text["Runs.What.Overturn", run.Total, Filter(run.What)].Value,
        RunKind.Disabling when Word(run.What, "account") is { } account => text["Runs.What.Disabling", account].Value,
        RunKind.StrikeChange when Word(run.What, "account") is { } account => run.What.TryGetProperty("give", out var give) && give.ValueKind is JsonValueKind.Object
            ? text["Runs.What.Give", account, Word(give, "guideline") ?? ""].Value
            : text["Runs.What.Take", account].Value,
        RunKind.ApplyRulebook or RunKind.Rehearsal when Day(run.What, "from") is { } from && Day(run.What, "until") is { } until =>
            Number(run.What, "version") is { } version
                ? text["Runs.What.Version", version, from, until].Value : text["Runs.What.Draft", from, until].Value,
        RunKind.Rehearsal => text["Rehearsal.OfDraft"].Value,
        _ => null,
    };

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

    private static string? Word(JsonElement what, string name) =>
        what.ValueKind is JsonValueKind.Object && what.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
