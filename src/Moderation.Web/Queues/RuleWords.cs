using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Review;

namespace Moderation.Web.Queues;

/// <summary>What a rule asks for, in a line.</summary>
internal static class RuleWords
{
    public static string Of(RoutingRule rule, IStringLocalizer<Texts> text) => string.Join(" · ", new[]
    {
        string.Join(", ", rule.Guidelines),
        string.Join(", ", rule.Sources.Select(x => text[$"Queues.Source.{x}"].Value)),
        string.Join(", ", rule.Kinds.Select(x => text[$"Queues.Kind.{x}"].Value)),
        string.Join(", ", rule.Languages),
        string.Join(", ", rule.Countries),
        Between(text["Queues.Reach"].Value, rule.MinReach, rule.MaxReach, "N0"),
        Between(text["Queues.Score"].Value, rule.MinScore, rule.MaxScore, "0.##"),
    }.Where(x => x is not ""));

    private static string Between(string what, IFormattable? from, IFormattable? to, string format) => (from, to) switch
    {
        (null, null) => "",
        (not null, null) => $"{what} ≥ {from.ToString(format, CultureInfo.CurrentCulture)}",
        (null, not null) => $"{what} ≤ {to.ToString(format, CultureInfo.CurrentCulture)}",
        _ => $"{what} {from.ToString(format, CultureInfo.CurrentCulture)}–{to.ToString(format, CultureInfo.CurrentCulture)}",
    };
}
