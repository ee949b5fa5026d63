using System.Globalization;
using FsCheck.Fluent;
using Moderation.Content;
using Moderation.Laws;
using Xunit.Abstractions;

namespace Moderation.Tests.Content;

public sealed class PlainTextTests(ITestOutputHelper output)
{
    private static readonly string[] Unseen = ["\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\u2066", "\u061C", "\u034F", "\uFE0F", "\u3164", "\u2800", "\U000E0041", "\0"];

    [Theory]
    [InlineData("Frее mоnеy")]
    [InlineData("ＦＲＥＥ　ＭＯＮＥＹ")]
    [InlineData("𝓕𝓻𝓮𝓮 𝕞𝕠𝕟𝕖𝕪")]
    [InlineData("ⓕⓡⓔⓔ 🅼🅾🅽🅴🆈")]
    [InlineData("ꜰʀᴇᴇ ᴍᴏɴᴇʏ")]
    [InlineData("ƒяєє мσηєу")]
    [InlineData("fréé mônéy")]
    [InlineData("f̷r̶e̴e̵ m̸o̷n̶e̴y̵")]
    [InlineData("f\u200Br\u200De\u2060e m\u00ADoney")]
    [InlineData("\u202Efree\u202C money")]
    [InlineData("fr33 m0n3y")]
    [InlineData("fr€€ m0ney!")]
    [InlineData("f r e e  m o n e y")]
    [InlineData("f.r.3.3 m-0-n-3-y")]
    [InlineData("freeeeee moooneyyy!!!")]
    [InlineData("FREEMONEY")]
    public void However_it_is_dressed_up_it_says_free_money(string text) => Assert.Equal(PlainText.Of("Free money"), PlainText.Of(text));

    [Theory]
    [InlineData("c@$h pr!zes", "cash prizes")]
    [InlineData("PAYPA1", "paypal")]
    [InlineData("he11o", "hello")]
    [InlineData("ΡΑΥΡΑΙ", "ραυραι")]
    [InlineData("straße", "strasse")]
    [InlineData("covid-19", "covid 19")]
    [InlineData("@nova, look", "nova look")]
    [InlineData("١٢٣", "123")]
    [InlineData("Send it now, before it ends today 🔥🔥", "Send it now, before it ends today")]
    public void It_is_read_as(string text, string other) => Assert.Equal(PlainText.Of(other), PlainText.Of(text));

    [Theory]
    [InlineData("covid19", "covidig")]
    [InlineData("4th", "ath")]
    [InlineData("mp3", "mpe")]
    [InlineData("win 500", "win soo")]
    [InlineData("room 101", "room ioi")]
    [InlineData("b1000b", "bioob")]
    [InlineData("की", "कि")]
    [InlineData("🍑", "🍆")]
    [InlineData("Buy 🍃", "Buy 🍰")]
    [InlineData("人人", "人")]
    public void It_is_not_read_as(string text, string other) => Assert.NotEqual(PlainText.Of(other), PlainText.Of(text));

    [Fact]
    public void Numbers_stay_numbers() => Law.Holds(
        Gen.Elements([.. "0123456789 .,-%$!@€"]).ArrayOf().Select(x => new string(x)),
        x => PlainText.Of(x) == string.Concat(x.Where(char.IsAsciiDigit)));

    [Fact]
    public void What_nobody_sees_changes_nothing() => Law.Holds(
        Gen.Zip(Gen.Elements("a", "A", "b", "Å", "3", "0", " ", ".", "💰", "ж", "$", "ﬁ").ArrayOf(), Gen.Elements(Unseen)),
        x => PlainText.Of(string.Concat(x.Item1)) == PlainText.Of(string.Join(x.Item2, x.Item1)));

    [Fact]
    public void Case_changes_nothing() => Law.Holds(
        Gen.Elements([.. "abcilo013 .,$!"]).ArrayOf().Select(x => new string(x)),
        x => PlainText.Of(x) == PlainText.Of(x.ToUpperInvariant()));

    [Fact]
    public void Stretching_changes_nothing() => Law.Holds(
        Gen.Zip(Gen.Elements([.. "abcilo ."]).ArrayOf(), Gen.Choose(2, 5)),
        x => PlainText.Of(new string(x.Item1)) == PlainText.Of(string.Concat(x.Item1.Select(one => new string(one, char.IsLetter(one) ? x.Item2 : 1)))));

    [Fact]
    public void Anything_is_borne() => Law.Holds(
        Gen.Choose(0, 0xFFFF).ArrayOf().Select(x => string.Concat(x.Select(one => (char)one))), x => PlainText.Of(x) is not null);

    [Fact]
    public void A_digest_needs_enough_letters()
    {
        Assert.Null(PlainText.DigestOf("Oh, no!", 8));
        Assert.Null(PlainText.DigestOf("  … ", 0));
        Assert.Equal(PlainText.DigestOf("Free money", 8), PlainText.DigestOf("FR33 M0N3Y", 8));
        Assert.Equal(64, PlainText.DigestOf("Free money", 8)!.Length);
    }

    [DataFact("text-unicode-confusables", "confusables.txt")]
    public void Most_letters_that_Unicode_says_are_taken_for_Latin_ones_are_read_as_those()
    {
        var rows = Confusables.OfLatin();
        var missed = rows.Where(x => PlainText.Of(x.Other) != PlainText.Of(x.Latin)).ToArray();
        var read = 1 - (double)missed.Length / rows.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} characters are taken for one of the letters a to z; {rows.Count - missed.Length:N0} of them ({read:P1}) are read as it."));
        output.WriteLine($"Not: {string.Join(' ', missed.Select(x => x.Other + x.Latin))}");
        Assert.InRange(read, 0.8, 1);
    }
}

/// <summary>The table of Unicode Technical Standard 39.</summary>
internal static class Confusables
{
    /// <summary>Characters that are taken for a Latin letter, as far as they are none themselves.</summary>
    public static IReadOnlyList<(string Other, string Latin)> OfLatin() => [..
        from line in File.ReadLines(SharedData.At("text-unicode-confusables", "confusables.txt"))
        let parts = line.Split(';', StringSplitOptions.TrimEntries)
        where parts.Length > 2
        let other = char.ConvertFromUtf32(int.Parse(parts[0].TrimStart('\uFEFF'), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        let latin = string.Concat(parts[1].Split(' ').Select(x => char.ConvertFromUtf32(int.Parse(x, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))
        where latin.Length == 1 && char.IsAsciiLetter(latin[0]) && !char.IsAscii(other[0])
        select (other, latin)];
}
