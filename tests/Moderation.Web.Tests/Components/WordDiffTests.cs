using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Tests.Components;

public sealed class WordDiffTests
{
    [Fact]
    public void A_changed_phrase_is_struck_and_written_as_one() =>
        Assert.Equal(
            [
                (WordDiff.Kind.Same, "Twice within the hour. "),
                (WordDiff.Kind.Deleted, "Proof in comments."),
                (WordDiff.Kind.Inserted, "Proof: gift.example."),
                (WordDiff.Kind.Same, " First 500."),
            ],
            WordDiff.Of("Twice within the hour. Proof in comments. First 500.", "Twice within the hour. Proof: gift.example. First 500."));

    [Fact]
    public void A_change_does_not_underline_the_space_behind_it() =>
        Assert.Equal(
            [(WordDiff.Kind.Same, "no "), (WordDiff.Kind.Deleted, "tobacco"), (WordDiff.Kind.Inserted, "tobacco, nicotine pouches"), (WordDiff.Kind.Same, " or goods")],
            WordDiff.Of("no tobacco or goods", "no tobacco, nicotine pouches or goods"));

    [Theory]
    [InlineData("", "")]
    [InlineData("", "new words")]
    [InlineData("old  words\n", "")]
    [InlineData("a b c d", "d c b a")]
    [InlineData("  a b", "a  b  ")]
    [InlineData("这是真的吗", "这不是真的")]
    [InlineData("هل هذا حقيقي؟", "هذا حقيقي")]
    public void Nothing_of_either_text_is_lost(string before, string after)
    {
        var pieces = WordDiff.Of(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(x => x.Kind is not WordDiff.Kind.Inserted).Select(x => x.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(x => x.Kind is not WordDiff.Kind.Deleted).Select(x => x.Text)));
    }

    [Fact]
    public void Marks_that_overlap_or_reach_outside_are_cut_to_fit() =>
        Assert.Equal(
            [("a", false), ("bcd", true), ("ef", true)],
            MarkedText.Cut("abcdef", [new(3, 99), new(1, 3), new(50, 2)]));

    [Fact]
    public void A_shortened_text_does_not_end_in_half_a_sign() => Assert.Equal("a", MarkedText.Shorten("a😀b", 2));
}
