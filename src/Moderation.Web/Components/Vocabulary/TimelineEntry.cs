namespace Moderation.Web.Components.Vocabulary;

/// <summary>Something that happened to a subject.</summary>
/// <param name="Text">In words, if the outcomes do not say it.</param>
/// <param name="After">What became of it: "overturned on appeal".</param>
/// <param name="IsNow">The point is filled: this is where it stands.</param>
public sealed record TimelineEntry(
    DateTimeOffset At,
    string? Text = null,
    IReadOnlyList<OutcomeShown>? Outcomes = null,
    string? Ground = null,
    string? After = null,
    bool IsNow = false,
    bool IsOverturned = false);
