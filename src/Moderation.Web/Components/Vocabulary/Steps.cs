using Microsoft.AspNetCore.Components;

namespace Moderation.Web.Components.Vocabulary;

/// <summary>A step of the ladder.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Words">What it brings, short: "warn", "7 days".</param>
/// <param name="EndsAt">When the strike on it ends, if one is in force.</param>
public sealed record LadderStep(int Number, string Words, DateTimeOffset? EndsAt = null);

public enum ProgressState
{
    Done,
    Now,
    Ahead,
}

/// <summary>A step of an appeal.</summary>
public sealed record ProgressStep(string Title, string? Detail, ProgressState State);

/// <summary>A row of a statement of reasons.</summary>
/// <param name="Value">Its words, unless <paramref name="Body"/> draws it.</param>
public sealed record ReasonRow(string Label, string? Value = null, RenderFragment? Body = null);
