using System.Text.Json;
using Moderation.Web.Demo;

namespace Moderation.Web.Tests.Demo;

/// <summary>The lines of the demo network, read back as an importer would.</summary>
internal static class DemoReading
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);

    public static readonly string[] Guidelines =
    [
        "spam", "fraud", "hate-speech", "bullying", "violence", "dangerous-organisations", "nudity", "sexual-exploitation",
        "human-exploitation", "self-harm", "regulated-goods", "intellectual-property", "privacy", "impersonation",
        "account-integrity", "misinformation-harm", "coordinated-harm", "graphic-content", "cybersecurity",
        "inauthentic-engagement", "rec-tobacco-vaping", "rec-suggestive", "rec-violence", "rec-self-harm",
        "rec-weight-loss-cosmetic", "rec-unoriginal", "rec-engagement-bait", "rec-clickbait", "rec-political",
        "rec-low-resolution", "rec-watermark", "rec-muted", "rec-bordered", "rec-mostly-text",
    ];

    public static readonly List<JsonElement> Lines =
        [.. DemoNetwork.Lines(Now).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    public static readonly HashSet<string> AccountIds = [.. Of("account").Select(x => Text(x, "id")!)];
    public static readonly HashSet<string> ContentIds = [.. Of("content").Select(x => Text(x, "id")!)];

    public static IEnumerable<JsonElement> Of(string kind) =>
        Lines.Where(line => line.TryGetProperty(kind, out _)).Select(line => line.GetProperty(kind));

    public static IEnumerable<(string Kind, string Id)> Subjects() => Of("report").Concat(Of("signal")).Select(Subject);

    public static (string Kind, string Id) Subject(JsonElement x) =>
        (Text(x.GetProperty("subject"), "kind")!, Text(x.GetProperty("subject"), "id")!);

    public static string? Text(JsonElement x, string name) => x.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static DateTimeOffset Time(JsonElement x, string name) => x.GetProperty(name).GetDateTimeOffset();
}
