using Moderation.Review;

namespace Moderation.Web.Review;

/// <summary>What the page of a case and the note above all pages tell each other, within one person's tab.</summary>
public sealed class Judging
{
    /// <summary>Something was judged that can still be undone.</summary>
    public event Func<Task>? Submitted;

    /// <summary>Somebody wants this undone; null for whatever comes first.</summary>
    public event Func<CaseId?, Task>? Asked;

    /// <summary>This was undone: whoever judged holds it again.</summary>
    public event Func<CaseId, Task>? Undone;

    /// <summary>The time to undo this is over.</summary>
    public event Func<CaseId, Task>? Concluded;

    public Task Submit() => Submitted?.Invoke() ?? Task.CompletedTask;

    public Task Ask(CaseId? @case) => Asked?.Invoke(@case) ?? Task.CompletedTask;

    public Task Undo(CaseId @case) => Undone?.Invoke(@case) ?? Task.CompletedTask;

    public Task Conclude(CaseId @case) => Concluded?.Invoke(@case) ?? Task.CompletedTask;
}
