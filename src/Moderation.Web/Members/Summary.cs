using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Web.Members;

/// <summary>The first sentence of Account Status, and what it rests on.</summary>
internal sealed record Summary(bool IsGood, string Title, string Text)
{
    // As they weigh: what a post is counted under is its gravest outcome.
    private static readonly OutcomeKind[] ByWeight =
    [
        OutcomeKind.Removed, OutcomeKind.Quarantined, OutcomeKind.Disabled, OutcomeKind.Demoted, OutcomeKind.NotRecommended,
        OutcomeKind.Covered, OutcomeKind.AgeLimited, OutcomeKind.Demonetised, OutcomeKind.Labelled,
    ];

    public static Summary Of(AccountStatus.Answer status, IStringLocalizer words)
    {
        var posts = status.Content.Count;
        var kinds = status.AccountOutcomes.Select(x => x.Kind).ToHashSet();
        if (kinds.Count == 0 && posts == 0)
            return Strikes(status, words).ToArray() is { Length: > 0 } strikes
                ? new(true, words["Status.GoodButStrikes"], string.Join(' ', strikes))
                : new(true, words["Status.Good"], words[$"Status.GoodText.{Plural(status.Posts)}", Number(status.Posts)]);

        string account = kinds.Contains(OutcomeKind.Disabled) ? words["Status.Disabled"]
            : kinds.Contains(OutcomeKind.Suspended) ? words["Status.Suspended", words.Until(End(status, OutcomeKind.Suspended))]
            : words[kinds.Count > 0 ? "Status.AccountLimited" : "Status.AccountNormal"];
        return new(false, posts == 0 ? account : $"{account} {words.Many("Status.PostsLimited", posts)}", string.Join(' ', Details(status, words)));
    }

    private static IEnumerable<string> Details(AccountStatus.Answer status, IStringLocalizer words)
    {
        // One without an outcome of its own fell with what it answers or shares.
        var counts = status.Content.GroupBy(x => Array.FindIndex(ByWeight, kind => x.Outcomes.Any(y => y.Kind == kind)))
            .OrderBy(x => (uint)x.Key).Select(x => words.Many($"Status.Count.{(x.Key < 0 ? "HangsOn" : ByWeight[x.Key])}", x.Count())).ToArray();
        if (counts.Length > 0)
            yield return words["Status.Sentence", words.All(counts)];
        foreach (var strikes in Strikes(status, words))
            yield return strikes;
        yield return words["Status.EachHasReason"];
    }

    private static IEnumerable<string> Strikes(AccountStatus.Answer status, IStringLocalizer words)
    {
        if (status.Strikes.Count > 0)
            yield return Breaches(status, words);
        if (status.Misinformation is { InForce: > 0 and var rated })
            yield return words.Many("Misinformation.Summary", rated);
    }

    private static string Breaches(AccountStatus.Answer status, IStringLocalizer words) =>
        status.Strikes.Max(x => x.Until) is { } last && status.Strikes.All(x => x.Until is not null)
            ? words[$"Status.StrikesUntil.{Plural(status.Strikes.Count)}", Number(status.Strikes.Count), MemberWords.Day(last)]
            : words.Many("Status.StrikesCount", status.Strikes.Count);

    private static DateTimeOffset? End(AccountStatus.Answer status, OutcomeKind kind)
    {
        var ends = status.AccountOutcomes.Where(x => x.Kind == kind).Select(x => x.Until).ToArray();
        return ends.Contains(null) ? null : ends.Max();
    }

    private static string Plural(int count) => count switch { 0 => "None", 1 => "One", _ => "Many" };

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
