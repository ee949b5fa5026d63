namespace Moderation.Pipeline;

/// <summary>A person stopped a run before its end.</summary>
internal sealed record RunCancelled(RunId Run) : IEvent;
