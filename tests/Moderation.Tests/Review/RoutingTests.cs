using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class RoutingTests
{
    private static readonly string[] Codes = ["fraud", "spam", "hate-speech", "hate-speech.slurs"];

    private static readonly Gen<RoutingRule> Rules =
        from guidelines in Some(Codes)
        from sources in Some(CaseSource.Member, CaseSource.TrustedFlagger, CaseSource.LegalNotice, CaseSource.Signal)
        from kinds in Some(RoutedKind.Account, RoutedKind.Post, RoutedKind.Reel)
        from languages in Some("nl", "en")
        from countries in Some("NL", "BE")
        from reach in Gen.Choose(0, 4).Two()
        from score in Gen.Choose(0, 4).Two()
        from parts in Gen.Choose(0, 127)
        select new RoutingRule(
            (parts >> 0 & 1) == 1 ? guidelines : [], (parts >> 1 & 1) == 1 ? sources : [], (parts >> 2 & 1) == 1 ? kinds : [], (parts >> 3 & 1) == 1 ? languages : [], (parts >> 4 & 1) == 1 ? countries : [],
            (parts >> 5 & 1) == 1 ? Math.Min(reach.Item1, reach.Item2) : null, (parts >> 5 & 1) == 1 ? Math.Max(reach.Item1, reach.Item2) : null,
            (parts >> 6 & 1) == 1 ? Math.Min(score.Item1, score.Item2) / 4.0 : null, (parts >> 6 & 1) == 1 ? Math.Max(score.Item1, score.Item2) / 4.0 : null);

    /// <summary>Every case there can be, as far as those rules can tell cases apart.</summary>
    private static readonly RoutingFacts[] All = [..
        from guideline in Codes.Append(null)
        from source in new[] { CaseSource.Member, CaseSource.TrustedFlagger, CaseSource.LegalNotice, CaseSource.Signal }
        from kind in new[] { RoutedKind.Account, RoutedKind.Post, RoutedKind.Reel }
        from language in new[] { "nl", "en", "" }
        from country in new[] { "NL", "BE", "" }
        from reach in Enumerable.Range(0, 5)
        from score in Enumerable.Range(0, 5)
        select new RoutingFacts(guideline, source, kind, language, country, reach, score / 4.0)];

    [Fact]
    public void Two_rules_share_a_case_exactly_when_one_can_be_named() => Law.Holds(Rules.Two(), pair =>
    {
        var (one, other) = pair;
        var shared = Routing.Shared(one, other);
        return shared is { } example
            ? Routing.Matches(one, example) && Routing.Matches(other, example)
            : !Array.Exists(All, x => Routing.Matches(one, x) && Routing.Matches(other, x));
    }, 300);

    [Fact]
    public void Where_no_two_queues_share_a_case_their_order_does_not_matter() => Law.Holds(Gen.ListOf(Rules, 6), rules =>
    {
        var apart = new List<Queue>();
        foreach (var rule in rules)
            if (apart.TrueForAll(x => Routing.Shared(x.Rules[0], rule) is null))
                apart.Add(Queue.Open(new SaveQueue($"queue-{apart.Count}", "A queue", [rule]), apart.Count));
        return All.Where((_, i) => i % 37 == 0).All(x => Routing.Route(x, apart)?.Code == Routing.Route(x, apart.AsEnumerable().Reverse())?.Code);
    }, 100);

    [Fact]
    public void A_guideline_takes_its_clauses_along_and_no_others()
    {
        var rule = RoutingRule.Empty with { Guidelines = ["hate-speech"] };
        Assert.True(Routing.Matches(rule, Facts("hate-speech")));
        Assert.True(Routing.Matches(rule, Facts("hate-speech.slurs")));
        Assert.False(Routing.Matches(rule, Facts("hate")));
        Assert.False(Routing.Matches(rule, Facts(null)));
        Assert.False(Routing.Matches(RoutingRule.Empty with { Guidelines = ["hate-speech.slurs"] }, Facts("hate-speech")));
    }

    [Theory]
    [InlineData(CaseSources.Member | CaseSources.Signal, CaseSource.Member)]
    [InlineData(CaseSources.Signal, CaseSource.Signal)]
    [InlineData(CaseSources.Signal | CaseSources.Overturn, CaseSource.Member)]
    [InlineData(CaseSources.Member | CaseSources.TrustedFlagger, CaseSource.TrustedFlagger)]
    [InlineData(CaseSources.TrustedFlagger | CaseSources.LegalNotice | CaseSources.Member, CaseSource.LegalNotice)]
    internal void The_strongest_source_counts(CaseSources brought, CaseSource strongest) => Assert.Equal(strongest, RoutingFacts.StrongestOf(brought));

    private static RoutingFacts Facts(string? guideline) => new(guideline, CaseSource.Member, RoutedKind.Post, "", "", 0, 0);

    private static Gen<T[]> Some<T>(params T[] of) => Gen.SubListOf(of).Where(x => x.Count > 0).Select(x => x.ToArray());
}
