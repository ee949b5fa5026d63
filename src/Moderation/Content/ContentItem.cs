using Moderation.Pipeline;

namespace Moderation.Content;

public enum ContentKind
{
    Post,
    Story,
    Reel,
    Comment,
    Profile,
    Message,
    AudioRoom,
}

/// <summary>Whom the author chose to show it to.</summary>
public enum ContentAudience
{
    Public,
    Followers,
    CloseFriends,
}

public enum MediaKind
{
    Image,
    Video,
    Audio,
}

/// <summary>One picture, video or sound of an item, with the facts the host knows of it.</summary>
/// <param name="Url">Where it lies; may change without making a new revision.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="DurationMs">In milliseconds.</param>
/// <param name="TextShare">Share of the picture that is text, 0 to 1.</param>
/// <param name="PdqHash">256 bits, hexadecimal.</param>
/// <param name="PdqQuality">Of that hash, 0 to 100 as PDQ counts it; below 50 it is not compared with others.</param>
public sealed record MediaItem(
    string Id, MediaKind Kind, string? Url = null, int? Width = null, int? Height = null, long? DurationMs = null,
    bool? HasAudio = null, bool? HasWatermark = null, bool? HasBorders = null, double? TextShare = null, string? PdqHash = null,
    int? PdqQuality = null);

/// <summary>Something a member made; what it says may change, and a decision pins the revision it judged.</summary>
internal sealed class ContentItem
{
    /// <summary>In characters (UTF-16 code units); a megabyte of plain text fits.</summary>
    public const int MaxTextLength = 2_000_000;

    public const int MaxMedia = 100;

    private ContentItem()
    {
    }

    public ContentId Id { get; private init; }

    public AccountId AuthorId { get; private set; }

    public ContentKind Kind { get; private set; }

    public ContentId? ParentId { get; private set; }

    public ContentId? ReshareOf { get; private set; }

    public ContentAudience Audience { get; private set; }

    public string? Language { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ObservedAt { get; private set; }

    /// <summary>The number of the current revision, from 1.</summary>
    public int Revision { get; private set; }

    public string RevisionDigest { get; private set; } = "";

    public DateTimeOffset? DeletedAt { get; private set; }

    public bool IsErased { get; private set; }

    public static (ContentItem, ContentRevision) First(PutContent told, DateTimeOffset now)
    {
        var item = new ContentItem { Id = told.Id };
        item.Take(told);
        return (item, item.Revise(told, now));
    }

    /// <summary>Whether anything changed, and the new revision where text or media did.</summary>
    public (bool Changed, ContentRevision? Revision) Tell(PutContent told, DateTimeOffset now)
    {
        if (IsOld(told))
            return (false, null);

        var before = Facts;
        Take(told);
        var revision = ContentRevision.DigestOf(told) == RevisionDigest ? null : Revise(told, now);
        return (revision is not null || before != Facts, revision);
    }

    /// <summary>Whether what we know is newer.</summary>
    public bool IsOld(PutContent told) => told.ObservedAt < ObservedAt || told.ObservedAt < DeletedAt || IsErased;

    /// <summary>Whether a legal hold keeps all that there is of it.</summary>
    public bool IsHeld { get; private set; }

    public void Hold(bool isHeld) => IsHeld = isHeld;

    public void Delete(DateTimeOffset at, bool erase)
    {
        DeletedAt ??= at;
        IsErased |= erase;
    }

    private (AccountId, ContentKind, ContentId?, ContentId?, ContentAudience, string?, DateTimeOffset, DateTimeOffset?) Facts =>
        (AuthorId, Kind, ParentId, ReshareOf, Audience, Language, CreatedAt, DeletedAt);

    private void Take(PutContent told)
    {
        AuthorId = told.AuthorId;
        Kind = told.Kind;
        ParentId = told.ParentId;
        ReshareOf = told.ReshareOf;
        Audience = told.Audience ?? ContentAudience.Public;
        Language = told.Language;
        CreatedAt = told.CreatedAt;
        ObservedAt = told.ObservedAt ?? ObservedAt;
        DeletedAt = null;
    }

    private ContentRevision Revise(PutContent told, DateTimeOffset now)
    {
        var revision = ContentRevision.Of(told, ++Revision, now);
        RevisionDigest = revision.Digest;
        return revision;
    }
}
