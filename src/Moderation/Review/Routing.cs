using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>What a case must be like to match; a part that is empty asks nothing.</summary>
/// <param name="Guidelines">Codes; its gravest guideline is one of these, or a clause of one.</param>
/// <param name="Sources">Its strongest source is one of these; see <see cref="RoutingFacts.Source"/>.</param>
/// <param name="Kinds">What it is about.</param>
/// <param name="Languages">Languages alone, lower case, for example <c>nl</c>.</param>
/// <param name="Countries">Of the author, two capitals.</param>
/// <param name="MinReach">Followers of the author, from.</param>
/// <param name="MaxReach">Followers of the author, up to and with.</param>
/// <param name="MinScore">Highest score of its signals, from; 0 to 1.</param>
/// <param name="MaxScore">Highest score of its signals, up to and with; 0 to 1.</param>
public sealed record RoutingRule(
    IReadOnlyList<string> Guidelines, IReadOnlyList<CaseSource> Sources, IReadOnlyList<RoutedKind> Kinds, IReadOnlyList<string> Languages,
    IReadOnlyList<string> Countries, long? MinReach = null, long? MaxReach = null, double? MinScore = null, double? MaxScore = null)
{
    /// <summary>One that asks nothing yet.</summary>
    public static RoutingRule Empty { get; } = new([], [], [], [], []);

    internal bool AsksNothing => this is
    {
        Guidelines: [], Sources: [], Kinds: [], Languages: [], Countries: [],
        MinReach: null, MaxReach: null, MinScore: null, MaxScore: null,
    };
}

/// <summary>What a case is about, as rules name it.</summary>
public enum RoutedKind
{
    Account,
    Post,
    Story,
    Reel,
    Comment,
    Profile,
    Message,
    AudioRoom,
}

/// <summary>What routing looks at: of each part a case has one value, so that two rules either share a case or do not.</summary>
/// <param name="Guideline">The gravest that is named; null where none is.</param>
/// <param name="Source">The strongest who brought something: legal notice, trusted flagger, member, automated report, signal, in this order.</param>
/// <param name="Language">Empty where it is not known.</param>
/// <param name="Country">Empty where it is not known.</param>
/// <param name="Reach">Followers of the author.</param>
/// <param name="Score">Highest score of its signals, 0 to 1.</param>
internal sealed record RoutingFacts(string? Guideline, CaseSource Source, RoutedKind Kind, string Language, string Country, long Reach, double Score)
{
    public static RoutingFacts Of(Case @case) => new(
        @case.LeadGuideline, StrongestOf(@case.Sources), KindOf(@case), @case.Language, @case.Country, @case.Reach, @case.TopScore);

    // That something was overturned is told by nobody; people look at it as at what a member reported.
    public static CaseSource StrongestOf(CaseSources sources) =>
        sources.HasFlag(CaseSources.LegalNotice) ? CaseSource.LegalNotice
        : sources.HasFlag(CaseSources.TrustedFlagger) ? CaseSource.TrustedFlagger
        : (sources & (CaseSources.Member | CaseSources.Overturn)) != CaseSources.None ? CaseSource.Member
        : sources.HasFlag(CaseSources.Automated) ? CaseSource.Automated
        : CaseSource.Signal;

    private static RoutedKind KindOf(Case @case) => @case.ContentKind switch
    {
        null => RoutedKind.Account,
        ContentKind.Post => RoutedKind.Post,
        ContentKind.Story => RoutedKind.Story,
        ContentKind.Reel => RoutedKind.Reel,
        ContentKind.Comment => RoutedKind.Comment,
        ContentKind.Profile => RoutedKind.Profile,
        ContentKind.Message => RoutedKind.Message,
        _ => RoutedKind.AudioRoom,
    };
}

/// <summary>Which queue asks for a case. Pure.</summary>
internal static class Routing
{
    /// <summary>Of the queues in their order the first that is active and one of whose rules matches; null for none.</summary>
    public static Queue? Route(RoutingFacts facts, IEnumerable<Queue> queues) =>
        queues.FirstOrDefault(x => x.IsActive && x.Rules.Exists(rule => Matches(rule, facts)));

    public static bool Matches(RoutingRule rule, RoutingFacts facts) =>
        (rule.Guidelines is [] || facts.Guideline is { } guideline && rule.Guidelines.Any(x => IsWithin(guideline, x)))
        && Names(rule.Sources, facts.Source) && Names(rule.Kinds, facts.Kind)
        && Names(rule.Languages, facts.Language) && Names(rule.Countries, facts.Country)
        && IsBetween(facts.Reach, rule.MinReach, rule.MaxReach) && IsBetween(facts.Score, rule.MinScore, rule.MaxScore);

    /// <summary>A case that both rules match; null where there can be none.</summary>
    public static RoutingFacts? Shared(RoutingRule one, RoutingRule other)
    {
        var reach = Math.Max(one.MinReach ?? 0, other.MinReach ?? 0);
        var score = Math.Max(one.MinScore ?? 0, other.MinScore ?? 0);
        return Both(one.Guidelines, other.Guidelines, (x, y) => IsWithin(x, y) ? [x] : IsWithin(y, x) ? [y] : []) is { } guidelines
            && Both(one.Sources, other.Sources, Same) is { } sources && Both(one.Kinds, other.Kinds, Same) is { } kinds
            && Both(one.Languages, other.Languages, Same) is { } languages && Both(one.Countries, other.Countries, Same) is { } countries
            && reach <= Math.Min(one.MaxReach ?? long.MaxValue, other.MaxReach ?? long.MaxValue)
            && score <= Math.Min(one.MaxScore ?? 1, other.MaxScore ?? 1)
                ? new(
                    guidelines is [var guideline, ..] ? guideline : null, sources is [var source, ..] ? source : CaseSource.Member,
                    kinds is [var kind, ..] ? kind : RoutedKind.Post, languages is [var language, ..] ? language : "",
                    countries is [var country, ..] ? country : "", reach, score)
                : null;
    }

    private static bool IsWithin(string guideline, string whole) =>
        guideline == whole || guideline.StartsWith(whole + ".", StringComparison.Ordinal);

    private static bool Names<T>(IReadOnlyList<T> named, T value) => named is [] || named.Contains(value);

    private static bool IsBetween<T>(T value, T? from, T? to) where T : struct, IComparable<T> =>
        !(from is { } least && value.CompareTo(least) < 0) && !(to is { } most && value.CompareTo(most) > 0);

    // What both allow: nothing in particular where neither asks, and null where no value will do.
    private static IReadOnlyList<T>? Both<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, T[]> meet) =>
        one is [] ? other
        : other is [] ? one
        : one.SelectMany(x => other.SelectMany(y => meet(x, y))).ToArray() is { Length: > 0 } shared ? shared : null;

    private static T[] Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other) ? [one] : [];
}
