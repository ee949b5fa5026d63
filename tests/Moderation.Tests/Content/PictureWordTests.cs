using FsCheck.Fluent;
using Moderation.Content;
using Moderation.Laws;

namespace Moderation.Tests.Content;

public sealed class PictureWordTests
{
    [Fact]
    public void What_is_at_most_thirty_one_bits_away_shares_a_word_or_nearly() => Law.Holds(
        Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(0, PdqHash.MostApart)),
        x => new Random(x.Item1) is var chance && Hashes.Made(chance) is var hash && Shares(hash, Hashes.Changed(hash, x.Item2, chance)) && Shares(hash, Spread(hash, chance)));

    private static bool Shares(PdqHash hash, PdqHash other) =>
        hash.DistanceTo(other) <= PdqHash.MostApart && PictureWord.Near(hash).Intersect(PictureWord.Of(other).Select(x => x.Word)).Any();

    // Any two bits of each word but one, of that any one.
    private static PdqHash Spread(PdqHash hash, Random chance)
    {
        var (bytes, seldom) = (hash.ToBytes(), chance.Next(PdqHash.Words));
        for (var word = 0; word < PdqHash.Words; word++)
            foreach (var bit in Enumerable.Range(0, PdqHash.BitsAWord).OrderBy(_ => chance.Next()).Take(word == seldom ? 1 : 2))
                bytes[word * 2 + bit / 8] ^= (byte)(1 << bit % 8);
        return PdqHash.Of(bytes);
    }

    // Two bits in every word but the last, one there: the worst there is.
    [Fact]
    public void The_argument_is_tight()
    {
        var hash = Hashes.Of(Hashes.Photo);
        Assert.Single(PictureWord.Near(hash).Intersect(PictureWord.Of(Hashes.Of(Hashes.Changed(Hashes.Photo, 31))).Select(x => x.Word)));
        Assert.Empty(PictureWord.Near(hash).Intersect(PictureWord.Of(Hashes.Of(Hashes.Changed(Hashes.Photo, 32))).Select(x => x.Word)));
        Assert.Equal(272, PictureWord.Near(hash).Distinct().Count());
    }

    [Fact]
    public void It_is_stored_as_it_is() => Law.Holds(
        Gen.Choose(0, int.MaxValue), x => Hashes.Made(new Random(x)) is var hash && PdqHash.Of(hash.ToBytes()) == hash && Hashes.Of(hash.ToString()) == hash);

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", true)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", true)]
    [InlineData("00000000000000000000000000000000000000000000000000000000ffffffff", true)]
    [InlineData("cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", false)]
    [InlineData(Hashes.Photo, false)]
    public void A_surface_of_one_colour_says_nothing(string hash, bool saysNothing) => Assert.Equal(saysNothing, Hashes.Of(hash).SaysNothing);
}
