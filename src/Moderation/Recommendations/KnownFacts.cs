using Moderation.Content;
using Moderation.Guidelines;

namespace Moderation.Recommendations;

/// <summary>One fact of an item, as somebody or something measured it.</summary>
/// <param name="Medium">The picture, video or sound; empty for the item as a whole.</param>
/// <param name="Measure">Of a fact that is true or not, 1 stands for true.</param>
internal sealed record MeasuredFact(ContentFact Fact, string Medium, double Measure, string Source);

/// <summary>What is known of an item. What nobody sent and nothing measured is not here: it is unknown, and never guessed.</summary>
internal static class KnownFacts
{
    public const string Host = "host";

    /// <param name="recorded">What was measured of this very revision; it goes before what came with the item.</param>
    public static IReadOnlyList<MeasuredFact> Of(ContentItem item, ContentRevision revision, IEnumerable<RecordedFact> recorded)
    {
        var measured = recorded.Select(x => new MeasuredFact(x.Fact, x.Medium, x.Measure, x.Source));
        return [.. measured.Concat(revision.Media.SelectMany(Sent)).Concat(Read(item, revision)).DistinctBy(x => (x.Fact, x.Medium))];
    }

    /// <summary>Of what in an item a fact is measured; empty where it has nothing of the kind.</summary>
    public static IReadOnlyList<string> Bearers(ContentFact fact, IEnumerable<MediaItem> media) => fact switch
    {
        ContentFact.Political or ContentFact.Clickbait => [""],
        ContentFact.Seconds or ContentFact.Muted => [.. media.Where(x => x.Kind is MediaKind.Video).Select(x => x.Id)],
        _ => [.. media.Where(x => x.Kind is MediaKind.Video or MediaKind.Image).Select(x => x.Id)],
    };

    private static IEnumerable<MeasuredFact> Sent(MediaItem medium)
    {
        if (medium is { Width: { } width, Height: { } height, Kind: not MediaKind.Audio })
            yield return Of(ContentFact.ShortSidePixels, Math.Min(width, height));
        if (medium is { DurationMs: { } length, Kind: MediaKind.Video })
            yield return Of(ContentFact.Seconds, length / 1000.0);
        if (medium.TextShare is { } text)
            yield return Of(ContentFact.TextShare, text);
        // The host says whether, not how much: what it calls bordered is taken at its word.
        if (medium.HasBorders is { } borders)
            yield return Of(ContentFact.BorderShare, borders ? 1 : 0);
        if (medium.HasWatermark is { } mark)
            yield return Of(ContentFact.Watermark, mark ? 1 : 0);
        if (medium is { HasAudio: { } audio, Kind: MediaKind.Video })
            yield return Of(ContentFact.Muted, audio ? 0 : 1);

        MeasuredFact Of(ContentFact fact, double measure) => new(fact, medium.Id, measure, Host);
    }

    private static IEnumerable<MeasuredFact> Read(ContentItem item, ContentRevision revision)
    {
        if (Clickbait.Shipped.Score(revision.Text, item.Language) is { } score)
            yield return new(ContentFact.Clickbait, "", score, Clickbait.Shipped.Name);
    }
}
