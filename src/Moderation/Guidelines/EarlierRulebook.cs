using System.Text.Json.Nodes;

namespace Moderation.Guidelines;

/// <summary>
/// Reads files from before the rulebook held ratings, groups and the rules of surfaces and accounts. What they say stays; what
/// they could not say yet is filled in from the rulebook that comes with the product.
/// </summary>
internal static class EarlierRulebook
{
    private static readonly string[] Parts = ["oneStrike", "groups", "ratings", "misinformationLadder", "surfaceRules", "accountRules"];

    private static readonly string[] Lengths = ["graceSeconds", "interimHours", "bulkLimit"];

    /// <summary>The file as it would be written today; one that is written so is left as it is.</summary>
    public static string Today(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject file || Parts.All(file.ContainsKey))
            return json;

        var codes = file["guidelines"]!.AsArray().SelectMany(x => x!["clauses"]!.AsArray().Append(x)).Select(x => (string)x!["code"]!).ToHashSet(StringComparer.Ordinal);
        var shipped = JsonNode.Parse(RulebookFile.Shipped)!.AsObject();
        foreach (var part in Parts.Where(x => !file.ContainsKey(x)))
            file[part] = Known(shipped[part]!.DeepClone(), codes);
        foreach (var length in Lengths.Where(x => file["windows"]?[x] is null))
            file["windows"]![length] = shipped["windows"]![length]!.DeepClone();
        foreach (var ladder in file["ladders"]!.AsArray().Where(x => x!["strikeExpiryDays"] is JsonValue))
            ladder!["strikeExpiryDays"] = BySeverity((int)ladder["strikeExpiryDays"]!);
        foreach (var guideline in file["guidelines"]!.AsArray().Where(x => x!["strikeWeight"] is null))
            guideline!["strikeWeight"] = 1;

        return file.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    // A rule about a guideline that the file does not have says nothing there.
    private static JsonNode Known(JsonNode part, HashSet<string> codes)
    {
        if (part is JsonArray rows)
            foreach (var row in rows.OfType<JsonObject>().Where(x => !Named(x).All(codes.Contains)).ToArray())
                rows.Remove(row);

        return part;
    }

    private static IEnumerable<string> Named(JsonObject row) =>
        (row["guidelines"] as JsonArray ?? []).Append(row["guideline"]).OfType<JsonValue>().Select(x => (string)x!);

    private static JsonObject BySeverity(int days) => new() { ["low"] = days, ["medium"] = days, ["high"] = days, ["severe"] = days };
}
