using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class SharesTests
{
    // Newcombe (1998), table I, method 3 (Wilson without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_Wilsons(long part, long whole, double low, double high)
    {
        var found = Shares.Interval(part, whole);
        Assert.Equal((low, high), (Math.Round(found.Low, 4), Math.Round(found.High, 4)));
    }

    // Fisher's lady tasting tea; and tables as R's fisher.test gives them.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.4857143)]
    [InlineData(4, 4, 0, 4, 0.0285714)]
    [InlineData(1, 10, 11, 14, 0.0027594)]
    [InlineData(8, 10, 1, 6, 0.0349650)]
    [InlineData(10, 100, 10, 100, 1.0)]
    public void The_test_is_Fishers(long part, long whole, long otherPart, long otherWhole, double chance) =>
        Assert.Equal(chance, Shares.Difference(part, whole, otherPart, otherWhole), 6);

    // Holm (1979): p = 0.01, 0.04, 0.03, 0.005 give 0.03, 0.06, 0.06, 0.02.
    [Fact]
    public void The_correction_is_Holms() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Shares.Corrected([0.01, 0.04, 0.03, 0.005]).Select(x => Math.Round(x, 10)));

    [Fact]
    public void Nothing_counted_says_nothing()
    {
        Assert.Equal((0, 1), Shares.Interval(0, 0));
        Assert.Equal(1, Shares.Difference(0, 0, 5, 10));
        Assert.Equal(1, Shares.Difference(0, 10, 0, 10));
        Assert.Empty(Shares.Corrected([]));
    }

    [Fact]
    public void A_share_lies_in_its_interval_and_more_of_the_same_narrows_it() => Law.Holds(
        from whole in Gen.Choose(1, 5000) from part in Gen.Choose(0, whole) select (Part: part, Whole: whole),
        x =>
        {
            var (one, ten) = (Shares.Interval(x.Part, x.Whole), Shares.Interval(10L * x.Part, 10L * x.Whole));
            var share = (double)x.Part / x.Whole;
            return one.Low <= share && share <= one.High && one.Low >= 0 && one.High <= 1 && ten.High - ten.Low < one.High - one.Low;
        });

    [Fact]
    public void It_does_not_matter_which_group_is_named_first_nor_which_answer_is_counted() => Law.Holds(
        from whole in Gen.Choose(1, 400)
        from part in Gen.Choose(0, whole)
        from other in Gen.Choose(1, 400)
        from otherPart in Gen.Choose(0, other)
        select (Part: part, Whole: whole, OtherPart: otherPart, Other: other),
        x =>
        {
            var chance = Shares.Difference(x.Part, x.Whole, x.OtherPart, x.Other);
            return chance is >= 0 and <= 1
                && Math.Abs(chance - Shares.Difference(x.OtherPart, x.Other, x.Part, x.Whole)) < 1e-9
                && Math.Abs(chance - Shares.Difference(x.Whole - x.Part, x.Whole, x.Other - x.OtherPart, x.Other)) < 1e-9;
        });

    [Fact]
    public void Among_groups_treated_alike_hardly_one_comparison_of_twenty_finds_any_beyond_chance()
    {
        var chance = new Random(20210);
        var found = Enumerable.Range(0, 400).Count(_ =>
        {
            var parts = Enumerable.Range(0, 10).Select(_ => (long)Enumerable.Range(0, 150).Count(_ => chance.NextDouble() < 0.05)).ToArray();
            return Shares.Corrected([.. parts.Select(x => Shares.Difference(x, 150, parts.Sum() - x, 1350))]).Min() < Shares.Beyond;
        });
        Assert.InRange(found, 0, 28);
    }
}
