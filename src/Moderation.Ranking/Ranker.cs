namespace Moderation.Ranking;

/// <summary>How the items of a surface are put in order.</summary>
public enum RankOrder
{
    Ranked,
    Chronological,
}

/// <summary>Something that may be shown, with what is predicted of the viewer: chances, 0 to 1, by name.</summary>
public sealed record RankCandidate(string Content, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, double> Predictions, Verdict Verdict);

/// <summary>What a share of the value came from.</summary>
/// <param name="Code">A prediction, for example <c>prediction.like</c>, or the ground of a lowering, for example <c>ground.fraud</c>.</param>
/// <param name="Value">What it added, or by what it multiplied.</param>
public sealed record Because(string Code, double Value);

/// <summary>An item in its place.</summary>
/// <param name="Value">The unlimited value times the weight of the verdict; over 0.</param>
public sealed record Placed(string Content, double Value, VerdictAction Action, IReadOnlyList<string> Labels, IReadOnlyList<Because> Because);

/// <summary>An item that is not shown.</summary>
public sealed record LeftOut(string Content, IReadOnlyList<string> Grounds);

/// <summary>
/// Puts items in order by value, with eligibility applied inside: what is dropped is never placed, and what is lowered
/// counts for exactly its share. Ties keep the order they came in; nothing is keyed on an id.
/// </summary>
public static class Ranker
{
    public static (IReadOnlyList<Placed> Items, IReadOnlyList<LeftOut> Left) Rank(
        SurfaceModel model, RankOrder order, IEnumerable<RankCandidate> candidates, int limit)
    {
        var all = candidates.ToArray();
        var shown = all.Where(x => x.Verdict.Action is not VerdictAction.Drop)
            .Select(x => (x.CreatedAt, Placed: Place(model, x)));
        var sorted = order is RankOrder.Chronological
            ? shown.OrderByDescending(x => x.CreatedAt)
            : shown.OrderByDescending(x => x.Placed.Value).ThenByDescending(x => x.CreatedAt);
        return (
            [.. sorted.Take(limit).Select(x => x.Placed)],
            [.. all.Where(x => x.Verdict.Action is VerdictAction.Drop)
                .Select(x => new LeftOut(x.Content, [.. x.Verdict.Grounds.Select(ground => ground.Code)]))]);
    }

    private static Placed Place(SurfaceModel model, RankCandidate candidate)
    {
        var parts = model.Parts(candidate.Predictions).ToList();
        var value = SurfaceModel.Positive(parts.Sum(x => x.Value)) * candidate.Verdict.Weight;
        if (candidate.Verdict.Weight < 1)
            parts.AddRange(candidate.Verdict.Grounds.Select(x => new Because($"ground.{x.Code}", candidate.Verdict.Weight)));
        return new(candidate.Content, value, candidate.Verdict.Action, candidate.Verdict.Labels, parts);
    }
}

/// <summary>
/// What a surface values: published weights, the same for everybody. The network told which actions count and in which
/// order, but not how much; the figures are ours.
/// </summary>
/// <param name="Version">Grows when a figure changes.</param>
/// <param name="Weights">By the name of the prediction.</param>
public sealed record SurfaceModel(int Version, IReadOnlyDictionary<string, double> Weights)
{
    private static readonly SurfaceModel Feed = new(1, new Dictionary<string, double>
    {
        ["dwell"] = 1,
        ["comment"] = 8,
        ["like"] = 4,
        ["reshare"] = 6,
        ["save"] = 5,
        ["profileTap"] = 3,
        ["notInterested"] = -20,
        ["report"] = -80,
    });

    private static readonly SurfaceModel Stories = new(1, new Dictionary<string, double>
    {
        ["view"] = 1,
        ["comment"] = 6,
        ["like"] = 4,
        ["share"] = 3,
        ["hide"] = -20,
        ["report"] = -80,
    });

    private static readonly SurfaceModel Explore = new(1, new Dictionary<string, double>
    {
        ["like"] = 4,
        ["save"] = 6,
        ["share"] = 5,
        ["dwell"] = 1,
        ["notInterested"] = -20,
        ["report"] = -80,
    });

    private static readonly SurfaceModel Reels = new(1, new Dictionary<string, double>
    {
        ["watchThrough"] = 5,
        ["like"] = 4,
        ["entertaining"] = 6,
        ["audioPage"] = 3,
        ["reshare"] = 4,
        ["notInterested"] = -20,
        ["report"] = -80,
    });

    /// <summary>The model of a surface; those that are not ranked for themselves take the feed's.</summary>
    public static SurfaceModel Of(Surface surface) => surface switch
    {
        Surface.Stories => Stories,
        Surface.Explore => Explore,
        Surface.Reels => Reels,
        _ => Feed,
    };

    /// <summary>What each prediction adds; those the surface does not value add nothing.</summary>
    public IEnumerable<Because> Parts(IReadOnlyDictionary<string, double> predictions) => predictions
        .Where(x => Weights.ContainsKey(x.Key))
        .OrderBy(x => x.Key, StringComparer.Ordinal)
        .Select(x => new Because($"prediction.{x.Key}", Weights[x.Key] * Math.Clamp(x.Value, 0, 1)));

    /// <summary>Strictly increasing and over 0, so that a smaller weight never ranks higher.</summary>
    public static double Positive(double score) => score >= 0 ? 1 + score : 1 / (1 - score);
}
