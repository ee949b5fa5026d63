using System.Linq.Expressions;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>One outcome of kind strike, with what its decision says.</summary>
internal sealed record StrikeRow(
    string Account, DecisionId Decision, RunId? Batch, string Guideline, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset? EndedAt,
    int Weight, bool IsOneStrike)
{
    /// <summary>What of a decision says which strike it gave.</summary>
    public static Expression<Func<Decision, StrikeRow>> Cause { get; } = x =>
        new(x.SubjectId, x.Id, x.BatchId, x.Guideline, x.MadeAt, null, null, 1, false) { Post = x.FactCheckId == null ? null : x.SubjectId };

    /// <summary>The post that was rated; null for a breach.</summary>
    public string? Post { get; init; }

    public StrikeKind Kind => Post is null ? StrikeKind.Community : StrikeKind.Misinformation;

    /// <summary>What counts as one: all that a run did, all ratings of a post, else the decision.</summary>
    public Guid Strike => Post is { } post ? MisinformationStrike.IdOf(post) : Batch?.Value ?? Decision.Value;
}
