using System.Globalization;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Notices;

/// <summary>
/// What a person is told of a decision against them (DSA art. 17(3)), in seven rows, in their language; where they can mend what it rests
/// on, an eighth says how.
/// </summary>
public sealed record StatementOfReasons(string Title, IReadOnlyList<StatementOfReasons.Row> Rows)
{
    /// <summary>In characters; a longer text is quoted from its beginning.</summary>
    private const int MaxQuote = 200;

    /// <summary>Of the decisions that one on the account rests on, so many are named.</summary>
    private const int MaxCited = 20;

    private static readonly string[] Codes = ["did", "rule", "facts", "found", "automated", "where", "redress"];

    /// <param name="Code">Which it is: did, rule, facts, found, automated, where, redress; mend.</param>
    public sealed record Row(string Code, string Label, string Text);

    /// <summary>As one text.</summary>
    public string Text => string.Join('\n', Rows.Select(x => x.Text));

    internal static StatementOfReasons Of(Decision decision, Guideline guideline, ContentItem? item, string? text, CultureInfo culture, Order? order = null, bool isClosed = false, RuleSeen? rule = null)
    {
        var about = new About(decision, guideline, item, text, isClosed, culture, order, rule);
        var rows = Codes.Select(code => new Row(code, about.Say($"row.{code}"), about.Answer(code)));
        return new(about.Title(), Mending.Of(decision, item, rule, culture) is { } mend ? [.. rows, new(Mending.Row, about.Say("row.mend"), mend)] : [.. rows]);
    }

    /// <summary>What a rulebook that was applied to what is in force makes of a decision, in a sentence or two.</summary>
    internal static string SinceRulesChanged(Decision decision, Guideline guideline, ContentItem? item, CultureInfo culture) =>
        new About(decision, guideline, item, null, IsClosed: true, culture, null, null).SinceRulesChanged();

    /// <summary>What is said, and in which language.</summary>
    private sealed record About(Decision Decision, Guideline Guideline, ContentItem? Item, string? Text, bool IsClosed, CultureInfo Culture, Order? Order, RuleSeen? Rule)
    {
        private FactCheck? Check => Rule?.Check;

        /// <summary>Whether it is about an account whose posts were rated again and again.</summary>
        private bool IsRepeat => Guideline.Code == RepeatMisinformation.Ground;

        private string Kind => Say(Item is null ? "kind.account" : $"kind.{Code(Item.Kind)}");

        public string Say(string name, params (string, object?)[] values) => NoticeTexts.Fill(name, Culture, values);

        public string Title() =>
            Has(OutcomeKind.Suspended) || Has(OutcomeKind.Disabled) && Item is null ? Say("title.suspended")
            : Has(OutcomeKind.Removed) || Has(OutcomeKind.Quarantined) ? Say("title.removed", ("kind", Kind))
            : IsRepeat ? Say("title.misinformation")
            : Item is null ? Say("title.account")
            : Check is not null ? Say("title.rated", ("kind", Kind))
            : Say("title.limited", ("kind", Kind));

        public string Answer(string code) => code switch
        {
            "did" => Decision.Outcomes.Count == 0
                ? Say("did.nothing", ("kind", Kind), ("date", Posted()))
                : $"{Did(Decision.Outcomes.Where(x => x.ByRulebook is null))} {SinceRulesChanged()}{SinceCured()}".TrimEnd(),
            "rule" => IsRepeat ? Say("rule.misinformation") : Check is not null
                ? Say("rule.factCheck", ("publisher", Check.Review.Publisher), ("word", Check.Review.Rating.Word ?? Guideline.Title), ("url", Check.Review.Url))
                : Decision.Ground is DecisionGround.Law
                ? Say("rule.law", ("law", Decision.LegalGround))
                : Rule?.OnAccount is { } onAccount ? Say("rule.account", ("because", Mending.Because(onAccount, Culture)))
                : Say(Guideline.Set is GuidelineSet.Community ? "rule" : "rule.recommendation", ("title", Guideline.Clause?.Title ?? Guideline.Title), ("text", Guideline.Text)),
            "facts" => Facts(),
            "found" => IsRepeat ? Say("found.misinformation") : Check is not null ? Say(Decision.Automation is Automation.Full ? "found.factCheckCopy" : "found.factCheck")
                : Order is not null ? Say("found.order", ("authority", Order.Authority), ("reference", Order.Reference))
                : Decision.Reports == 1 ? Say("found.reports.one")
                : Decision.Reports > 1 ? Say("found.reports.many", ("count", Decision.Reports))
                : Say(Decision.Signals > 0 || Decision.Detector is not null ? "found.signals" : "found.own"),
            "automated" => Say($"automated.{Code(Decision.Automation)}"),
            "where" => Where(),
            _ => Decision.Outcomes.Count == 0 ? Say("redress.nothing")
                : Order is not null ? Say("redress.order", ("redress", Order.Redress))
                : IsRepeat ? EndOfRepeat()
                : Check is not null ? Say("redress.factCheck", ("until", NoticeTexts.Date(Decision.AppealUntil, Culture)), ("kind", Kind))
                : Say("redress", ("until", NoticeTexts.Date(Decision.AppealUntil, Culture))),
        };

        private bool Has(OutcomeKind kind) => Decision.Outcomes.Any(x => x.Kind == kind);

        private string Posted() => NoticeTexts.Date(Item?.CreatedAt ?? Decision.MadeAt, Culture);

        // Newer rules were applied to it: what was decided stays told, and what holds instead is added.
        public string SinceRulesChanged()
        {
            if (Decision.IsInterim || Decision.Outcomes.Where(x => x.Lifted is not HowLifted.Cured).Max(x => x.EndedAt) is not { } at)
                return "";

            DecidedOutcome[] now = [.. Decision.Outcomes.Where(x => x.EndedAt is null && x.RetractedAt is null && !(x.Until <= at))];
            var date = NoticeTexts.Date(at, Culture);
            return now.Length == 0 ? Say("did.rulesEnded", ("date", date)) : Say("did.rulesChanged", ("date", date), ("did", Did(now)));
        }

        private string SinceCured() => Decision.Outcomes.Where(x => x.Lifted is HowLifted.Cured).Max(x => x.EndedAt) is { } at
            ? Say("did.cured", ("date", NoticeTexts.Date(at, Culture))) : "";

        // Outcomes of one instant are stored in no order of their own, and a statement reads alike each time.
        private string Did(IEnumerable<DecidedOutcome> outcomes) =>
            string.Join(' ', outcomes.OrderBy(x => x.Kind).ThenBy(x => x.From).ThenBy(x => x.Until).Select(Did).Distinct());

        private string Did(DecidedOutcome outcome)
        {
            var onAccount = outcome.SubjectKind is SubjectKind.Account;
            var name = outcome.Kind switch
            {
                OutcomeKind.NotRecommended when onAccount => "did.notRecommendedAccount",
                OutcomeKind.Demoted when onAccount => "did.demotedAccount",
                OutcomeKind.Demonetised when !onAccount => "did.demonetisedPost",
                OutcomeKind.Strike when Check is not null => outcome.Until is null ? "did.misinformationStrike" : "did.misinformationStrikeUntil",
                OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Suspended when outcome.Until is not null => $"did.{Code(outcome.Kind)}Until",
                _ => $"did.{Code(outcome.Kind)}",
            };
            return Say(
                name, ("kind", Kind), ("date", Posted()), ("percent", Math.Round(outcome.Weight * 100)),
                ("until", outcome.Until is { } until ? NoticeTexts.Date(until, Culture) : ""),
                ("features", string.Join(", ", outcome.Features.Select(x => Say($"feature.{Code(x)}")))));
        }

        private string Facts() =>
            Decision.LadderStrikes is { } strikes ? Say(IsRepeat ? "facts.misinformation" : "facts.ladder", ("count", strikes))
            : Rule?.OnAccount is not null ? Say("facts.accountRule", ("count", Rule.Cited.Count), ("codes", string.Join(", ", Rule.Cited.Take(MaxCited))))
            : Item is null ? Say("facts.account")
            : IsClosed ? Say("facts.contentClosed", ("kind", Kind))
            : string.IsNullOrWhiteSpace(Text) ? Say("facts.contentNoText", ("kind", Kind))
            : Say("facts.content", ("kind", Kind), ("text", $"“{Quote(Text)}”"));

        private string EndOfRepeat() => string.Join(' ', new[]
        {
            Decision.Outcomes.Max(x => x.Until) is { } end ? Say("redress.misinformationEnd", ("end", NoticeTexts.Date(end, Culture))) : null,
            Say("redress.misinformation", ("until", NoticeTexts.Date(Decision.AppealUntil, Culture))),
        }.OfType<string>());

        private string Where()
        {
            var shown = Decision.Outcomes.Where(x => x.Kind is not OutcomeKind.Strike).OrderBy(x => x.Kind).ToArray();
            var surfaces = SurfaceSet.Of(shown.SelectMany(x => x.Surfaces.Each()));
            var territories = shown.SelectMany(x => x.Territories).Distinct().ToArray();
            var except = shown.SelectMany(x => x.ExceptTerritories).Distinct().ToArray();
            DateTimeOffset? until = shown.Length > 0 && shown.All(x => x.Until is not null) ? shown.Max(x => x.Until) : null;
            return string.Join(' ', new[]
            {
                surfaces.Count is 0 || surfaces == SurfaceSet.All
                    ? Say("where.everywhere")
                    : Say("where.surfaces", ("surfaces", string.Join(", ", surfaces.Each().Select(x => Say($"surface.{Code(x)}"))))),
                territories.Length == 0 ? null : Say("where.territories", ("territories", string.Join(", ", territories))),
                except.Length == 0 ? null : Say("where.exceptTerritories", ("territories", string.Join(", ", except))),
                until is { } end ? Say("where.until", ("until", NoticeTexts.Date(end, Culture))) : Say("where.untilLifted"),
            }.OfType<string>());
        }

        private static string Quote(string text) => text.Length <= MaxQuote ? text
            : $"{text[..(char.IsHighSurrogate(text[MaxQuote - 1]) ? MaxQuote - 1 : MaxQuote)]}…";

        private static string Code<T>(T word) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
    }
}
