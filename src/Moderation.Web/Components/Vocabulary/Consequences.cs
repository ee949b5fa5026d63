using Microsoft.AspNetCore.Components;
using Moderation.Ranking;

namespace Moderation.Web.Components.Vocabulary;

/// <summary>What would follow from a decision, before it is taken.</summary>
public sealed record Consequences(
    IReadOnlyDictionary<Surface, Verdict> Now,
    IReadOnlyDictionary<Surface, Verdict> Then,
    IReadOnlyList<Consequence> Lines);

/// <summary>One line of it.</summary>
/// <param name="Icon">A name of Material Symbols, or <c>tally</c>.</param>
/// <param name="Text">Follows the lead as it is: it begins with a comma or a space.</param>
/// <param name="Lead">Its first words, in bold.</param>
/// <param name="IsGrave">A restriction on a person: the lead is red.</param>
/// <param name="Way">What can still be done about it, for example a link.</param>
public sealed record Consequence(
    string Icon, string Text, string? Lead = null, bool IsGrave = false, RenderFragment? Way = null);

public enum PreviewState
{
    /// <summary>What is shown belongs to an earlier choice; submit is off.</summary>
    Computing,
    Ready,
    Refused,

    /// <summary>It holds only once somebody else agrees.</summary>
    NeedsSecond,
}
