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
    public void A_long_text_is_not_like_one_that_goes_on_much_longer() =>
        Assert.Equal(0, Likeness.OfTexts(new string('a', 40_000), new string('a', 400_000)));
}
