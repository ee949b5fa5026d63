using Moderation.Pipeline;

namespace Moderation.Recommendations;

/// <summary>Every way this room refuses.</summary>
public static class RecommendationErrors
{
    public static Error UnknownMedium { get; } = new(Refusal.Unknown, "facts.unknownMedium", "The content shows no such picture, video or sound.");

    public static Error NoProbe { get; } = new(Refusal.Unprocessable, "probe.absent", "There is nothing here that looks into media files: their facts stay unknown.");

    public static Error OutsideFolder { get; } = new(Refusal.NotAllowed, "probe.outsideFolder", "Only files of the media folder are looked into.");

    public static Error Unreadable { get; } = new(Refusal.Unprocessable, "probe.unreadable", "The file could not be looked into: its facts stay unknown.");
}

/// <summary>More is known of an item, or something else.</summary>
internal sealed record FactsRecorded(ContentId Content, int Revision) : IEvent;
