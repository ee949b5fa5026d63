namespace Moderation.Web.Components.Vocabulary;

public enum ReportSource
{
    TrustedFlagger,
    LegalNotice,
    Members,
    Automated,
}

/// <summary>How many named a ground.</summary>
public sealed record GroundCount(string Code, int? Count = null);

/// <summary>Reports from one kind of source.</summary>
/// <param name="Title">Who, in bold: "Trusted flagger", "12 members".</param>
/// <param name="Detail">Who exactly: "Consumer desk NL".</param>
/// <param name="Quote">The last words that came with one.</param>
/// <param name="More">What else there is: "and 5 more with words".</param>
/// <param name="From">The first.</param>
/// <param name="To">The last, if not the same.</param>
public sealed record ReportGroup(
    ReportSource Source,
    string Title,
    IReadOnlyList<GroundCount> Grounds,
    DateTimeOffset From,
    DateTimeOffset? To = null,
    string? Detail = null,
    string? Quote = null,
    string? More = null);

/// <summary>What one detector says.</summary>
/// <param name="Detail">Version and standing: "v7 · live".</param>
/// <param name="Score">0 to 1; none for a plain match.</param>
/// <param name="Explanation">What it saw, in a sentence.</param>
public sealed record SignalLine(string Name, string? Detail = null, double? Score = null, string? Explanation = null);
