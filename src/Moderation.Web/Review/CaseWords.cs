using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Transparency;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Media;

namespace Moderation.Web.Review;

/// <summary>A case's file in the words and shapes of the vocabulary.</summary>
internal static class CaseWords
{
    private const int ShownAtLeast = 3;

    public static string Kind(this IStringLocalizer t, Moderation.Content.ContentKind? kind) =>
        t[kind is null ? "Case.Kind.Account" : $"Case.Kind.{kind}"];

    /// <summary>Whose it is; an account is nobody's but is the case itself.</summary>
    public static string By(this IStringLocalizer t, Moderation.Content.ContentKind? kind) =>
        kind is null ? t["Case.ByItself"] : t["Case.By", t.Kind(kind)];

    /// <summary>A handle as people write it; the host platform keeps it bare.</summary>
    public static string At(string handle) => handle.StartsWith('@') ? handle : $"@{handle}";

    public static string Count(this IStringLocalizer t, string word, long count) =>
        t[count == 1 ? $"{word}.One" : word, count.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>Media of a revision as staff see them: through our own proxy.</summary>
    public static IReadOnlyList<MediaItem> Media(ContentId content, int revision, IEnumerable<Moderation.Content.MediaItem> media, string digest) =>
        [.. media.Select((x, place) => new MediaItem(
            (MediaKind)x.Kind, MediaEndpoint.Address(content, revision, place), x.DurationMs is { } length ? TimeSpan.FromMilliseconds(length) : null,
            digest.Length > 12 ? digest[..12] : digest, Size: x is { Width: { } width, Height: { } height } ? $"{width} × {height}" : null))];

    public static IReadOnlyList<SignalLine> Signals(this IStringLocalizer t, CaseFile.Answer file) =>
        [.. file.Signals.Select(x => new SignalLine(x.Detector, $"{x.Version} · {x.Label}", x.Score, x.Explanation is { } seen ? t.Explain(seen) : null))];

    // Somebody else's words stay as they are.
    internal static string Explain(this IStringLocalizer t, string seen) =>
        Moderation.Detection.Explained.Read(seen) is (var text, var numbers) ? t[text, numbers] : seen;

    public static IReadOnlyList<LadderStep> Ladder(this IStringLocalizer t, CaseFile.HistoryView history) =>
        [.. history.Steps.Select(x => new LadderStep(x.Strikes, x.Days is { } days ? t.Count("Case.Days", days) : t["Case.Warn"]))];

    public static IReadOnlyList<TimelineEntry> Earlier(this IStringLocalizer t, CaseFile.HistoryView history, DateTimeOffset now) =>
        [.. history.Decisions.Select(x => new TimelineEntry(
            x.MadeAt,
            x.Outcomes.Count == 0 ? t[$"Case.Found.{x.Finding}"].Value : null,
            [.. x.Outcomes.OrderBy(y => y.Kind).Select(y => Shown(y, x.State, now))],
            x.Guideline,
            x.State is DecisionState.InForce ? x.Appeal is AppealState.Filed or AppealState.InReview ? t["Case.UnderAppeal"].Value : null : t[$"Case.{x.State}"].Value,
            IsOverturned: x.State is DecisionState.Overturned))];

    public static OutcomeShown Shown(EnforceDirectly.Effect effect, DecisionState state, DateTimeOffset now) => new(
        effect.Kind, effect.Kind is Ranking.OutcomeKind.Demoted ? effect.Weight : null,
        // When a strike ends, the ladder above says; it is a year away and a day would mislead.
        effect.Kind is Ranking.OutcomeKind.Strike ? null : effect.Until,
        state is DecisionState.Overturned || effect.LiftedAt is not null ? OutcomeState.Overturned
        : effect.Until <= now || state is DecisionState.Superseded ? OutcomeState.Ended
        : OutcomeState.InForce);

    /// <summary>What the evidence names first, then what was found here before, then the rest in the rulebook's order.</summary>
    public static IReadOnlyList<(RuleChoice Choice, RulebookView.Rule Rule)> Rules(
        this IStringLocalizer t, IReadOnlyList<RulebookView.Rule> rules, CaseFile.Answer file)
    {
        var earlier = file.History.Decisions.Select(x => Base(x.Guideline)).ToHashSet();
        return [.. rules
            .Select(x => (Rule: x, Named: file.Named.Where(y => Base(y.Guideline) == x.Code).ToList(), Earlier: earlier.Contains(x.Code)))
            .OrderByDescending(x => x.Named.Sum(y => y.Reports + y.Signals)).ThenByDescending(x => x.Earlier)
            .Select(x => (new RuleChoice(
                x.Rule.Code, x.Rule.Title, KeyOf(x.Rule), t.Evidence(x.Named.Sum(y => y.Reports), x.Named.Sum(y => y.Signals), x.Earlier),
                x.Rule.Text, t[$"Case.Set.{x.Rule.Set}"]), x.Rule))];
    }

    /// <summary>How many rules stand there before anything is searched for: all that the evidence names, within reason.</summary>
    public static int Top(CaseFile.Answer file) => Math.Clamp(file.Named.Select(x => Base(x.Guideline)).Distinct().Count(), ShownAtLeast, 2 * ShownAtLeast);

    public static string KeyOf(RulebookView.Rule rule) => (rule.Set is GuidelineSet.Recommendation ? "." : "Shift+") + rule.Key;

    private static string? Evidence(this IStringLocalizer t, int reports, int signals, bool earlier)
    {
        string?[] said = [reports > 0 ? t.Count("Case.Reports", reports) : null, signals > 0 ? t.Count("Case.Signals", signals) : null];
        return said.OfType<string>().ToList() is { Count: > 0 } named ? string.Join(", ", named) : earlier ? t["Case.EarlierHere"].Value : null;
    }

    private static string Base(string code) => code.Split('.')[0];
}
