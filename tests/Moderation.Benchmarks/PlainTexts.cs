using System.Diagnostics;
using System.Globalization;
using System.Text;
using Moderation.Content;

namespace Moderation.Benchmarks;

/// <summary>What intake spends on a text inside its transaction: to make it plain, and to sketch it.</summary>
internal static class PlainTexts
{
    private const int Rounds = 200;

    private static readonly (string Name, string Words)[] Alphabets =
    [
        ("Latin", "Send any amount to my address, and I return it 2 times within the hour! "),
        ("Cyrillic", "Отправьте любую сумму на мой адрес, и я верну её в 2 раза больше! "),
        ("disguised", "S3nd аny am0unt t\u200Bo mу addr€ss, ánd I r3turn іt 𝟚 t1mes 🔥 w i t h i n ＨＯＵＲ "),
    ];

    public static int Measure()
    {
        foreach (var length in new[] { 140, 2_200, Likeness.Compared })
            foreach (var (name, words) in Alphabets)
            {
                var text = new StringBuilder().Insert(0, words, length / words.Length + 1).ToString()[..length];
                // Beside what went before: compatibility forms folded, marks left out.
                var folded = Time(() => text.Normalize(NormalizationForm.FormKD).EnumerateRunes().Count(Rune.IsLetterOrDigit));
                var plain = Time(() => PlainText.Of(text).Length);
                var sketch = Time(() => Sketch.Of(text, []).Count);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length,6:N0} characters, {name,-10} folded {folded,9:N1} µs   plain {plain,9:N1} µs   sketched {sketch,9:N1} µs"));
            }

        return 0;
    }

    private static double Time(Func<int> act)
    {
        var (times, found) = (new List<double>(), 0);
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            found += act();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return found > 0 ? times.At(0.5) : throw new InvalidOperationException("Nothing was left.");
    }
}
