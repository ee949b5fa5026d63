using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>An item that a fact-check is about: named in it, or found to be a copy of one that is.</summary>
internal sealed class RatedItem
{
    private RatedItem()
    {
    }

    public FactCheckId FactCheckId { get; private init; }

    public ContentId ContentId { get; private init; }

    /// <summary>The named item of which it is a copy; null for one that is named.</summary>
    public ContentId? CopyOf { get; private init; }

    /// <summary>The decision that labels it; null where the rating brings nothing, or the item is not known yet.</summary>
    public DecisionId? DecisionId { get; private set; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Since when a person holds that it is no copy; it stays so.</summary>
    public DateTimeOffset? UnmatchedAt { get; private set; }

    /// <summary>Of the texts, 0 to 1; null for one that is named.</summary>
    public double? Likeness { get; private set; }

    /// <summary>Whether it shows a picture of the named item, or one that looks like it.</summary>
    public bool SharesPicture { get; private set; }

    /// <summary>Whether it only looks like a copy, so that a person may want to see it.</summary>
    public bool IsToConfirm { get; private set; }

    /// <summary>Who saw that it is one.</summary>
    public StaffId? ConfirmedBy { get; private set; }

    public static RatedItem Of(FactCheckId check, ContentId content, ContentId? copyOf, DateTimeOffset now) => new()
    {
        FactCheckId = check,
        ContentId = content,
        CopyOf = copyOf,
        At = now,
    };

    public void Label(DecisionId? by) => DecisionId = by;

    public void Unmatch(DateTimeOffset now) => (UnmatchedAt, DecisionId, IsToConfirm) = (UnmatchedAt ?? now, null, false);

    /// <summary>What says the same but for how it is written needs nobody to look.</summary>
    public void Resembles(double likeness, bool sharesPicture) => (Likeness, SharesPicture, IsToConfirm) = (likeness, sharesPicture, likeness < 1);

    public void Confirm(StaffId by) => (ConfirmedBy, IsToConfirm) = (by, false);
}

/// <summary>One of the numbers by which copies of a named item are found as they come.</summary>
internal sealed class RatedKey
{
    private RatedKey()
    {
    }

    public long Key { get; private init; }

    public FactCheckId FactCheckId { get; private init; }

    public ContentId ContentId { get; private init; }

    /// <summary>The revision that was rated.</summary>
    public int Revision { get; private init; }

    public static RatedKey Of(long key, FactCheckId check, ContentId content, int revision) => new() { Key = key, FactCheckId = check, ContentId = content, Revision = revision };
}
