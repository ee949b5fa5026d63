using Moderation.Content;

namespace Moderation.Tests.Content;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("Come to our tombola", "COME TO OUR TOMBOLA!", 1)]
    [InlineData("", "", 1)]
    [InlineData("ab", "ab", 1)]
    [InlineData("ab", "cd", 0)]
    [InlineData("Come to our tombola", "", 0)]
    public void Case_signs_and_spaces_do_not_count(string one, string other, double likeness) =>
        Assert.Equal(likeness, Likeness.OfTexts(one, other));

    [Fact]
    public void Halves_of_characters_are_borne() => Assert.Equal(1, Likeness.OfTexts("one \ud83d two", "one \ud83d two"));

    [Fact]
    public void Hashtags_at_the_end_make_no_other_copy_but_may_break_a_rule()
    {
        const string said = "Come to our tombola on Saturday afternoon.";
        const string tagged = said + " #fun #cake ＃prizes #winwinwin #everybodywins\n#saturday";
        Assert.Equal(1, Likeness.OfCopies(said, said.Length, tagged, tagged.Length));
        Assert.InRange(Likeness.OfTexts(said, tagged), 0, Likeness.NearlyTheSame);
        Assert.True(Sketch.Of(said, []).SetEquals(Sketch.Of(tagged, [])));

        // Where little else is said, they are what is said; within a text they are words.
        Assert.Equal("#fun #cake", PlainText.WithoutTags("#fun #cake"));
        Assert.Equal("Look #fun #cake", PlainText.WithoutTags("Look #fun #cake"));
        Assert.Equal(said + " #fun it is #", PlainText.WithoutTags(said + " #fun it is #"));
    }

    [Fact]
    public void A_long_text_is_not_like_one_that_goes_on_much_longer() =>
        Assert.Equal(0, Likeness.OfTexts(new string('a', 40_000), new string('a', 400_000)));
}
