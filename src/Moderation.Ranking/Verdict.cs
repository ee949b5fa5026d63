namespace Moderation.Ranking;

/// <summary>What a surface does with an item.</summary>
public enum VerdictAction
{
    Allow,

    /// <summary>Shown behind a cover that the viewer may lift.</summary>
    Cover,

    /// <summary>Not shown.</summary>
    Drop,
}

/// <summary>A reason for a verdict: its code, and the outcomes it resolves to.</summary>
public sealed record Ground(string Code, IReadOnlyList<Guid> Outcomes);

/// <summary>What may be shown and how strongly, with its grounds. Plain allow has none.</summary>
/// <param name="Action">Whether it is shown.</param>
/// <param name="Weight">What share of its value it keeps, 0 to 1; 0 when dropped.</param>
/// <param name="Labels">What it is labelled with.</param>
/// <param name="Grounds">Why; empty for plain allow.</param>
public sealed record Verdict(
    VerdictAction Action, double Weight, IReadOnlyList<string> Labels, IReadOnlyList<Ground> Grounds)
{
    public static Verdict Allow { get; } = new(VerdictAction.Allow, 1, [], []);

    public bool IsPlainAllow => Action is VerdictAction.Allow && Weight >= 1 && Labels.Count == 0 && Grounds.Count == 0;
}
