using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>A preview in the words a moderator reads before they submit.</summary>
internal static class PreviewWords
{
    private static readonly OutcomeKind[] OnThePerson = [OutcomeKind.Suspended, OutcomeKind.Disabled, OutcomeKind.FeatureBlocked, OutcomeKind.Demonetised];

    public static Consequences Consequences(this IStringLocalizer t, PreviewDecision.Answer preview) => new(
        preview.Now, preview.Then,
        [
            .. t.Strike(preview),
            .. preview.Outcomes.Where(x => OnThePerson.Contains(x.Kind)).Select(t.Person),
            t.Told(preview),
        ]);

    private static IEnumerable<Consequence> Strike(this IStringLocalizer t, PreviewDecision.Answer preview)
    {
        if (preview is { Strikes: { } strikes, StrikeUntil: { } ends })
            yield return new(
                "tally",
                preview.StepUntil is { } until ? t["Case.StepUntil", Day(until), Day(ends)] : t["Case.StrikeEnds", Day(ends)],
                preview.Step is { } step ? t["Case.StrikeStep", strikes, step] : t["Case.Strike", strikes],
                IsGrave: true);
        else if (preview.TooOldForStrike)
            yield return new("history", t["Case.TooOld"]);
    }

    private static Consequence Person(this IStringLocalizer t, EnforceDirectly.Effect effect) => new(
        "lock", effect.Until is { } until ? t["Case.PersonUntil", Day(until)] : t["Case.PersonOpen"], t[$"Outcome.{effect.Kind}"], IsGrave: true);

    private static Consequence Told(this IStringLocalizer t, PreviewDecision.Answer preview)
    {
        var reporters = preview.Reporters > 0 ? " " + t.Count("Case.ReportersTold", preview.Reporters) : "";
        return new("mail", (preview.Outcomes.Count > 0 ? t["Case.AuthorTold", Day(preview.AppealUntil)].Value : t["Case.NobodyLimited"].Value) + reporters);
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture);
}
