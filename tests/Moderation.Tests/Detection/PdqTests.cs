using System.Diagnostics;
using System.Globalization;
using Moderation.Content;
using Moderation.Detection;
using Xunit.Abstractions;

namespace Moderation.Tests.Detection;

/// <summary>The hashes of real pictures against those that others computed. Programs differ in some bits, so distances are compared.</summary>
public sealed class PdqTests(ITestOutputHelper output)
{
    private const string Set = "media-pdq-images";

    /// <summary>The published implementations are up to 8 bits apart on one picture, since they shrink large ones each in its way; a third of what makes two pictures the same.</summary>
    private const int Tolerance = 10;

    [DataFact(Set)]
    public void Hashes_agree_with_those_of_the_reference()
    {
        var expected = File.ReadLines(SharedData.At(Set, "pdq-expected.csv")).Skip(1).Select(x => x.Split(','))
            .Where(x => File.Exists(SharedData.At(Set, x[1]))).ToArray();
        Assert.NotEmpty(expected);
        foreach (var row in expected)
        {
            var (hash, quality) = Of(row[1]);
            Assert.True(PdqHash.TryParse(row[3], out var reference));
            output.WriteLine($"{row[1]}: {hash.DistanceTo(reference)} bits apart, quality {quality}");
            Assert.InRange(hash.DistanceTo(reference), 0, Tolerance);
            Assert.Equal(row[2] is "" ? 100 : int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), quality);
        }
    }

    [DataFact(Set)]
    public void A_picture_that_was_blurred_sharpened_shrunk_or_squared_is_still_the_same()
    {
        var original = Of("bridge-mods/aaa-orig.jpg").Hash;
        foreach (var file in Directory.GetFiles(SharedData.At(Set, "bridge-mods")))
            Assert.InRange(Of(file).Hash.DistanceTo(original), 0, PdqHash.MostApart);
    }

    [DataFact(Set)]
    public void A_picture_that_was_turned_or_mirrored_is_another()
    {
        var picture = Read("bridge-mods/square-256x256.jpg");
        var original = Pdq.Of(picture).Hash;
        foreach (var other in new[] { Turned(picture, (x, y) => (picture.Width - 1 - x, y)), Turned(picture, (x, y) => (x, picture.Height - 1 - y)), Turned(picture, (x, y) => (y, x)) })
            Assert.True(Pdq.Of(other).Hash.DistanceTo(original) > 2 * PdqHash.MostApart);
    }

    [DataFact(Set)]
    public void A_bank_finds_what_looking_at_all_of_it_finds()
    {
        var haystack = Hashes("haystack.txt");
        var bank = new HashBank<int>(haystack.Select((x, i) => (x, i)));
        var found = 0;
        foreach (var needle in Hashes("needles.txt"))
        {
            var near = bank.Near(needle);
            Assert.Equal(Enumerable.Range(0, haystack.Length).Where(i => haystack[i].DistanceTo(needle) <= PdqHash.MostApart), near.Select(x => x.Entry).Order());
            Assert.Equal(near.Select(x => x.Distance).Order(), near.Select(x => x.Distance));
            found += near.Count > 0 ? 1 : 0;
        }

        output.WriteLine($"{found} needles have a picture within {PdqHash.MostApart} bits");
        Assert.True(found > 0);
    }

    [DataFact(Set)]
    public void Needles_are_found_in_a_bank_of_a_million()
    {
        const int million = 1_000_000;
        var chance = new Random(20210608);
        var haystack = Hashes("haystack.txt");
        var hashes = haystack.Concat(Enumerable.Range(0, million - haystack.Length).Select(_ => Content.Hashes.Made(chance))).ToArray();
        var clock = Stopwatch.StartNew();
        var bank = new HashBank<int>(hashes.Select((x, i) => (x, i)));
        var built = clock.Elapsed;

        var needles = Hashes("needles.txt");
        clock.Restart();
        var near = needles.Select(bank.Near).ToArray();
        var time = clock.Elapsed / needles.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bank.Count:N0} hashes arranged in {built.TotalSeconds:N1} s; {near.Count(x => x.Count > 0)} of {needles.Length} needles found, {time.TotalMilliseconds:N3} ms each."));
        for (var i = 0; i < needles.Length; i++)
            Assert.Equal(Enumerable.Range(0, million).Where(x => hashes[x].DistanceTo(needles[i]) <= PdqHash.MostApart), near[i].Select(x => x.Entry).Order());
        Assert.Contains(near, x => x.Count > 0);
    }

    [Fact]
    public void A_plain_surface_says_nothing() => Assert.Equal(0, Pdq.Of(new(80, 60, [.. Enumerable.Repeat(200f, 80 * 60)])).Quality);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(63, 2)]
    [InlineData(129, 257)]
    public void Any_size_has_a_hash(int width, int height) =>
        Assert.InRange(Pdq.Of(new(width, height, [.. Enumerable.Range(0, width * height).Select(x => (float)(x * 37 % 256))])).Quality, 0, 100);

    private static Luminance Turned(Luminance picture, Func<int, int, (int X, int Y)> from) => new(picture.Width, picture.Height,
        [.. from y in Enumerable.Range(0, picture.Height) from x in Enumerable.Range(0, picture.Width) let at = @from(x, y) select picture.Points[at.Y * picture.Width + at.X]]);

    private static Luminance Read(string file) => Luminance.Read(File.ReadAllBytes(SharedData.At(Set, file)));

    private static Pdq.Answer Of(string file) => Pdq.Of(Read(file));

    private static PdqHash[] Hashes(string file) =>
        [.. File.ReadLines(SharedData.At(Set, file)).Where(x => x.Length > 0).Select(x => PdqHash.TryParse(x, out var hash) ? hash : throw new InvalidDataException(x))];
}
