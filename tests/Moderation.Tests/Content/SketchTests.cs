using System.Text;
using Moderation.Content;
using Moderation.Laws;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Moderation.Tests.Content;

public sealed class SketchTests(ITestOutputHelper output)
{
    private static readonly string[] Emoji = ["😀", "🔥", "💰", "❤️", "👉", "✅"];

    [Fact]
    public void Case_signs_and_spaces_do_not_count() =>
        Assert.Equal(Sketch.Of("Send 1, get 2!", []).Order(), Sketch.Of("  SEND 1 get2", []).Order());

    [Fact]
    public void A_short_text_is_found_only_by_the_same()
    {
        Assert.Single(Sketch.Of("Send one, get two", []));
        Assert.Empty(Sketch.Of("Send one, get two", []).Intersect(Sketch.Of("Send one, get two now", [])));
    }

    [Fact]
    public void Nothing_is_found_by_nothing() => Assert.Empty(Sketch.Of("  … !", []));

    [Fact]
    public void A_picture_is_found_by_its_hash_whatever_it_is_called() =>
        Assert.Equal(Sketch.Of(null, [Picture("a", new string('c', 64))]), Sketch.Of(null, [Picture("b", new string('C', 64))]));

    [Fact]
    public void A_picture_without_a_hash_is_found_by_its_name_where_that_is_one()
    {
        Assert.Equal(Sketch.Of(null, [Picture("media-4711")]), Sketch.Of(null, [Picture("media-4711")]));
        Assert.NotEqual(Sketch.Of(null, [Picture("media-4711")]), Sketch.Of(null, [Picture("media-4711") with { Width = 20 }]));
        Assert.Empty(Sketch.Of(null, [Picture("m1")]));
        Assert.Empty(Sketch.Of(null, [Picture("media-4711", new string('0', 64))]));
    }

    // Both pass over the same runs of a text, so that what one finds the other may say is alike.
    [Fact]
    public void What_is_wholly_alike_is_always_found() => Law.Holds(
        Gen.Two(Gen.Elements([.. "aAbcÅé 1,.ß💰ﬁ"]).ArrayOf().Select(x => new string(x))),
        x => Likeness.OfTexts(x.Item1, x.Item2) < 1 || Likeness.Plain(x.Item1) != Likeness.Plain(x.Item2) || Sketch.Of(x.Item1, []).SetEquals(Sketch.Of(x.Item2, [])));

    [DataFact("moderation-spam-sms", "SMSSpamCollection.tsv")]
    public void Edited_messages_are_found_and_unrelated_ones_are_seldom_compared()
    {
        var chance = new Random(20210608);
        string[] texts = [.. File.ReadLines(SharedData.At("moderation-spam-sms", "SMSSpamCollection.tsv")).Select(x => x.Split('\t')[1].Trim('"')).Where(x => Likeness.Plain(x).Length >= Sketch.ShortText).Distinct().Take(3000)];
        var sketches = texts.Select(x => Sketch.Of(x, [])).ToArray();

        var (alike, found) = (0, 0);
        for (var at = 0; at < texts.Length; at++)
            for (var edits = 1; edits <= 6; edits++)
                if (Edited(texts[at], edits, chance) is var edited && Likeness.OfTexts(texts[at], edited) >= Likeness.NearlyTheSame)
                {
                    alike++;
                    found += Sketch.Of(edited, []).Overlaps(sketches[at]) ? 1 : 0;
                }

        var pairs = new HashSet<(int, int)>();
        foreach (var holders in sketches.SelectMany((keys, at) => keys.Select(key => (key, at))).GroupBy(x => x.key, x => x.at).Select(x => x.ToArray()))
            for (var i = 0; i < holders.Length; i++)
                for (var j = i + 1; j < holders.Length; j++)
                    pairs.Add((holders[i], holders[j]));
        var near = pairs.Count(x => Likeness.OfTexts(texts[x.Item1], texts[x.Item2]) >= Likeness.NearlyTheSame);
        var compared = 2.0 * (pairs.Count - near) / texts.Length;

        output.WriteLine($"{texts.Length:N0} messages; {alike:N0} edits still {Likeness.NearlyTheSame} alike, {found:N0} found: recall {(double)found / alike:P2}.");
        output.WriteLine($"{pairs.Count:N0} of {texts.Length * (texts.Length - 1L) / 2:N0} pairs share a number; {near:N0} are {Likeness.NearlyTheSame} alike, the others are compared for nothing: {compared:N2} a message.");
        Assert.InRange((double)found / alike, 0.98, 1);
        Assert.InRange(compared, 0, 3);
    }

    // A letter mistyped, doubled or left out; a sign, an emoji, a space put in; a word said twice.
    private static string Edited(string text, int edits, Random chance)
    {
        var edited = new StringBuilder(text);
        for (var i = 0; i < edits; i++)
        {
            var at = chance.Next(edited.Length);
            _ = chance.Next(7) switch
            {
                0 => edited.Remove(at, 1).Insert(at, (char)('a' + chance.Next(26))),
                1 => edited.Insert(at, edited[at]),
                2 => edited.Remove(at, 1),
                3 => edited.Insert(at, Emoji[chance.Next(Emoji.Length)]),
                4 => edited.Insert(at, "  "),
                5 => edited.Insert(at, "!!"),
                _ => edited.Insert(edited.Length, " now"),
            };
        }

        return edited.ToString();
    }

    private static MediaItem Picture(string id, string? hash = null) => new(id, MediaKind.Image, Width: 10, Height: 10, PdqHash: hash);
}
