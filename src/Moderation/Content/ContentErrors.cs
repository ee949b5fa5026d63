using Moderation.Pipeline;

namespace Moderation.Content;

/// <summary>Every way this room refuses.</summary>
public static class ContentErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "content.unknown", "We do not know this content.");

    public static Error UnknownMedia { get; } = new(Refusal.Unknown, "media.unknown", "There is no such picture, video or sound.");
}

/// <summary>An item came for the first time.</summary>
internal sealed record ContentArrived(ContentId Content, AccountId Author) : IEvent;

/// <summary>An item says something else now.</summary>
internal sealed record ContentRevised(ContentId Content, int Revision) : IEvent;

/// <summary>An item is gone from the network.</summary>
internal sealed record ContentDeleted(ContentId Content, DateTimeOffset At, bool Erase) : IEvent;
