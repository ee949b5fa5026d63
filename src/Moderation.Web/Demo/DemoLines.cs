using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Web.Demo;

/// <summary>The lines POST /import reads, with times counted back from <paramref name="now"/>.</summary>
internal sealed class DemoLines(DateTimeOffset now)
{
    // Lines are for people too: scripts other than Latin stay readable.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Of(DemoTexts.Person person) => Line(new
    {
        account = new
        {
            person.Id,
            person.Handle,
            displayName = person.Name,
            followerCount = person.Followers,
            person.Country,
            person.Language,
            person.Age,
            person.Type,
            createdAt = At(TimeSpan.FromDays(person.Joined)),
            observedAt = At(TimeSpan.FromDays(person.Joined)),
        },
    });

    /// <summary>Each revision of an item, with how long ago the network saw it.</summary>
    public IEnumerable<(TimeSpan Ago, string Line)> Of(DemoItem item)
    {
        yield return (item.Ago, Of(item, item.Text, item.Ago));

        if (item.Piece?.Edit is { } edit)
            yield return (item.EditedAgo, Of(item, edit, item.EditedAgo));
    }

    public string Of(DemoReport report) => Line(new
    {
        report = new
        {
            externalId = report.Id,
            subject = new { report.Kind, id = report.Subject },
            reporterId = report.Reporter,
            report.Guideline,
            report.Details,
            report.Source,
            legalNotice = report.Notice is not { } notice ? null : new
            {
                notice.Explanation,
                url = $"https://network.example/p/{report.Subject}",
                notice.Name,
                notice.Email,
                goodFaith = true,
            },
            observedAt = At(report.Ago),
        },
    });

    public string Of(DemoSignal signal) => Line(new
    {
        signal = new
        {
            externalId = signal.Id,
            subject = new { signal.Kind, id = signal.Subject },
            signal.Finding.Detector,
            signal.Finding.Version,
            signal.Finding.Label,
            signal.Finding.Score,
            signal.Guideline,
            observedAt = At(signal.Ago),
        },
    });

    private string Of(DemoItem item, string text, TimeSpan seen) => Line(new
    {
        content = new
        {
            item.Id,
            authorId = item.Author,
            item.Kind,
            item.ParentId,
            text,
            item.Language,
            createdAt = At(item.Ago),
            observedAt = At(seen),
            media = Media(item),
        },
    });

    private static object[]? Media(DemoItem item) => item.MediaId is not { } id ? null :
    [
        new
        {
            id, kind = item.IsVideo ? "video" : "image", url = $"/demo/media/{id}.svg", DemoItem.Width, item.Height,
            item.DurationMs, hasAudio = item.IsVideo ? item.Piece?.Media?.HasAudio ?? true : (bool?)null,
            item.Piece?.Media?.HasWatermark, item.Piece?.Media?.HasBorders, item.Piece?.Media?.TextShare,
        },
    ];

    private string At(TimeSpan ago) =>
        (now - ago).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Line(object line) => JsonSerializer.Serialize(line, Readable);
}
