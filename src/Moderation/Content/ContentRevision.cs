using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Moderation.Pipeline;

namespace Moderation.Content;

/// <summary>What an item said from some time on. Never changed but for addresses; erasure empties it and leaves the digest.</summary>
internal sealed class ContentRevision
{
    private ContentRevision()
    {
    }

    public ContentId ContentId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public string? Text { get; private set; }

    public List<MediaItem> Media { get; private set; } = [];

    /// <summary>SHA-256 of text and media, hexadecimal.</summary>
    public string Digest { get; private init; } = "";

    public DateTimeOffset SeenAt { get; private init; }

    /// <summary>In which way it was sketched; 0 for not at all yet.</summary>
    public int Sketch { get; private set; }

    public static ContentRevision Of(PutContent told, int number, DateTimeOffset now) => new()
    {
        ContentId = told.Id,
        Number = number,
        Text = told.Text,
        Media = [.. told.Media ?? []],
        Digest = DigestOf(told),
        SeenAt = told.ObservedAt ?? now,
    };

    // An address that moved shows the same picture.
    public static string DigestOf(PutContent told) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new { told.Text, Media = (told.Media ?? []).Select(x => x with { Url = null }) }, PipelineJson.Options))));

    /// <summary>The same pictures at other addresses; true when any moved.</summary>
    public bool Move(IReadOnlyList<MediaItem> media)
    {
        if (media.Select(x => x.Url).SequenceEqual(Media.Select(x => x.Url)))
            return false;

        Media = [.. media];
        return true;
    }

    public void Sketched(int way) => Sketch = way;

    public void Erase()
    {
        Text = null;
        Media = [];
    }
}
