namespace Moderation.Web.Demo;

/// <summary>One post, reel, story or comment. Times are counted back from whenever the demo is loaded.</summary>
internal sealed record DemoItem(
    string Author, string Kind, string Language, TimeSpan Ago, string Text, DemoTexts.Piece? Piece = null,
    DemoItem? Parent = null, string? Motif = null)
{
    public const int Width = 1080;

    /// <summary>Given once all are known, so that numbers follow time.</summary>
    public string Id { get; init; } = "";

    public string? ParentId { get; init; }

    public string? MediaId => Motif is null ? null : $"media-{Id}";

    public int Height => Kind is "post" ? 1350 : 1920;

    public bool IsVideo => Kind is "reel";

    public int? DurationMs { get; init; }

    /// <summary>An edit falls between publication and now, and is always older than the reports.</summary>
    public TimeSpan EditedAgo => Ago * 0.9;
}
