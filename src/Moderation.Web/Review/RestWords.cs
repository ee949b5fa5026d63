using System.Text.Json;
using Microsoft.Extensions.Localization;
using Moderation.Pipeline;

namespace Moderation.Web.Review;

/// <summary>What a run on many says of each.</summary>
internal static class RestWords
{
    private static readonly HashSet<string> Known = ["done", "claim.held", "case.closed", "case.escalated", "claim.own", "decision.revisionChanged", "decision.alike", "batch.underway"];

    /// <summary>Why it is left, in words; what we have no words for, as it was told.</summary>
    public static string Left(string code, string words, IStringLocalizer t) => Known.Contains(code) ? t[$"Rest.Left.{code}"] : words;

    public static IEnumerable<string> Items(RunProgress.Answer run) =>
        run.What.ValueKind is JsonValueKind.Object && run.What.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
            ? items.EnumerateArray().Select(x => x.GetProperty("id").GetString()!) : [];

    /// <summary><c>done</c>, or the code of why not; null while its turn has not come.</summary>
    public static string? CameOf(RunProgress.Answer run, string id) => run.Report is { ValueKind: JsonValueKind.Array } report
        ? report.EnumerateArray().Where(x => x.GetProperty("id").GetString() == id).Select(x => x.GetProperty("code").GetString()).FirstOrDefault()
        : null;
}
