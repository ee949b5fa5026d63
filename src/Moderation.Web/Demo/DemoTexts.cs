using System.Text.Json;

namespace Moderation.Web.Demo;

/// <summary>What was written by hand, as it stands in Demo/texts.</summary>
internal static class DemoTexts
{
    private static readonly string[] PieceFiles =
    [
        "nova", "breaking-fraud", "breaking-spam", "breaking-goods", "breaking-people", "breaking-claims", "breaking-reach",
        "innocent", "decided",
    ];

    public static IReadOnlyList<Person> Members { get; } = Read<Person>("members");
    public static IReadOnlyList<Person> Offenders { get; } = Read<Person>("offenders");
    public static IReadOnlyList<Person> Flaggers { get; } = Read<Person>("flaggers");

    /// <summary>A program that reports, and a house whose rights are copied.</summary>
    public static IReadOnlyList<Person> Others { get; } = Read<Person>("others");
    public static IReadOnlyList<Pool> Captions { get; } = Read<Pool>("captions");
    public static IReadOnlyList<Remarks> Comments { get; } = Read<Remarks>("comments");
    public static IReadOnlyList<Words> ReportWords { get; } = Read<Words>("report-words");
    public static IReadOnlyList<Piece> Pieces { get; } = [.. PieceFiles.SelectMany(Read<Piece>)];
    public static IReadOnlyList<ReportedAccount> ReportedAccounts { get; } = Read<ReportedAccount>("reported-accounts");
    public static IReadOnlyList<PastDecision> Decisions { get; } = Read<PastDecision>("decisions");

    private static List<T> Read<T>(string name)
    {
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream($"demo/{name}.json")!;
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)!;
    }

    internal sealed record Person(
        string Handle, string Name, int Followers, string Country, string Language, int? Age, string Type, int Joined,
        string? Pool, int Posts)
    {
        public string Id => $"acc-{Handle}";
    }

    internal sealed record Pool(
        [property: System.Text.Json.Serialization.JsonPropertyName("pool")] string Name,
        string Language, string Tags, IReadOnlyList<Caption> Texts);

    internal sealed record Caption(string Motif, string Text);

    /// <summary>Comments that suit any picture, or only those with one of these motifs.</summary>
    internal sealed record Remarks(string Language, IReadOnlyList<string> About, IReadOnlyList<string> Texts);

    internal sealed record Words(string Guideline, string Language, IReadOnlyList<string> Texts);

    internal sealed record Finding(string Detector, string Version, string Label, double Score);

    internal sealed record Flaws(bool? HasAudio, bool? HasWatermark, bool? HasBorders, double? TextShare);

    /// <summary>What is said against a subject: the guideline, how many reports, the words that come first, and by whom.</summary>
    internal interface IAccused
    {
        string? Guideline { get; }
        string? Also { get; }
        int Reports { get; }
        string? Flagger { get; }
        string? FlaggerWords { get; }
        IReadOnlyList<string>? By { get; }
        IReadOnlyList<string>? Words { get; }
        IReadOnlyList<Finding>? Signals { get; }
    }

    internal sealed record Piece(
        string Key, string Author, string Kind, string Language, double DaysAgo, string? On, string Text, string? Edit,
        string? Motif, string? Headline, string? Subline, Flaws? Media,
        string? Guideline, string? Also, int Reports, string? Flagger, string? FlaggerWords,
        IReadOnlyList<string>? By, IReadOnlyList<string>? Words, IReadOnlyList<Finding>? Signals,
        string? Automated = null, Noticed? Notice = null) : IAccused;

    /// <summary>What a legal notice says, and by whom.</summary>
    internal sealed record Noticed(string By, string Explanation, string Name, string Email);

    internal sealed record ReportedAccount(
        string Handle, string? Guideline, string? Also, int Reports, string? Flagger, string? FlaggerWords,
        IReadOnlyList<string>? By, IReadOnlyList<string>? Words, IReadOnlyList<Finding>? Signals) : IAccused;

    internal sealed record PastDecision(string Content, string Guideline, string Finding, string Rationale, int DaysAgo, bool IsAutomated = false, IReadOnlyList<string>? ReportedBy = null);
}
