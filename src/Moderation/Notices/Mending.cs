using System.Globalization;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Ranking;
using Moderation.Recommendations;

namespace Moderation.Notices;

/// <summary>What stands behind the rule of a decision: a rule on accounts, a rule of a surface, or the check whose rating it applies.</summary>
/// <param name="Cited">The short names of the decisions that one on the account rests on.</param>
internal sealed record RuleSeen(AccountRule? OnAccount, SurfaceRule? OfSurface, IReadOnlyList<string> Cited, FactCheck? Check = null)
{
    public double? Limit => OfSurface?.Below ?? OfSurface?.Above;
}

/// <summary>How a person ends that something of theirs is not recommended.</summary>
internal static class Mending
{
    /// <summary>Under which a statement of reasons says it.</summary>
    public const string Row = "mend";

    /// <summary>Null where there is nothing to mend.</summary>
    public static string? Of(Decision decision, ContentItem? item, RuleSeen? rule, CultureInfo culture) =>
        rule?.OnAccount is { } onAccount ? OfAccount(onAccount, decision.Outcomes.Max(x => x.Until), culture)
        : decision.Finding is not Finding.NotRecommendable || item is null || !decision.Outcomes.Any(x => x.Kind is OutcomeKind.NotRecommended) ? null
        : decision.Detector != JudgeFacts.Detector ? NoticeTexts.Fill("mend.review", culture)
        : $"{OfContent(decision, rule, culture)} {NoticeTexts.Fill("mend.atOnce", culture)}";

    /// <summary>What the account did, in the reader's language where we have the words, else as the rulebook says it.</summary>
    public static string Because(AccountRule rule, CultureInfo culture) =>
        NoticeTexts.Has($"because.{rule.Code}") ? NoticeTexts.Fill($"because.{rule.Code}", culture) : rule.Title;

    private static string OfContent(Decision decision, RuleSeen? rule, CultureInfo culture)
    {
        var name = $"mend.{Clearance.Whole(decision.Guideline)}";
        return NoticeTexts.Fill(
            NoticeTexts.Has(name) ? name : "mend.other", culture, ("limit", rule?.Limit), ("percent", rule?.Limit is { } limit ? Math.Round(limit * 100) : null));
    }

    private static string OfAccount(AccountRule rule, DateTimeOffset? until, CultureInfo culture)
    {
        var name = rule switch
        {
            { Cure: Cure.StateEnds } => "mend.stateEnds",
            { Cure: Cure.MostlyOriginal } => "mend.mostlyOriginal",
            { Cure: Cure.AfterLast } => "mend.afterLast",
            { OfLast: not null } => "mend.ofLast",
            { Counts: AccountFact.NotRecommendable } => "mend.windowPosts",
            { Counts: AccountFact.Misinformation } => "mend.misinformation",
            _ => "mend.window",
        };
        return NoticeTexts.Fill(
            name, culture, ("until", until is { } at ? NoticeTexts.Date(at, culture) : null), ("count", rule.AtLeast), ("of", rule.OfLast),
            ("days", rule.CureDays ?? rule.WindowDays));
    }
}
