using System.Globalization;
using System.Text.Json;
using Moderation.Content;
using Xunit.Abstractions;

namespace Moderation.Tests.Content;

/// <summary>How well texts that say nearly the same are told from others: on real texts, and on copies of them that are edited here.</summary>
public sealed class NearTextTests(ITestOutputHelper output)
{
    private const int Unrelated = 10_000;
    private const int Edited = 1500;

    [DataFact]
    public void Unrelated_texts_are_seldom_taken_for_each_other()
    {
        var texts = RealTexts.Take(Unrelated);
        var alike = AllAlike([.. texts.Select(x => Likeness.Runs(Likeness.Plain(PlainText.WithoutTags(x))))]);
        var wrong = alike.Where(x => !SayTheSame(texts[x.One], texts[x.Other])).ToArray();
        var pairs = texts.Count * (texts.Count - 1L) / 2;
        var inAny = wrong.SelectMany(x => new[] { x.One, x.Other }).Distinct().Count();

        output.WriteLine(Invariant($"{texts.Count:N0} real texts that differ, {pairs:N0} pairs: {alike.Count:N0} are {Likeness.NearlyTheSame} alike or more, of which {wrong.Length:N0} do not say the same."));
        output.WriteLine(Invariant($"False matches: {(double)wrong.Length / pairs:E1} of all pairs, {(double)wrong.Length / Math.Max(1, alike.Count):P1} of the matches; {(double)inAny / texts.Count:P2} of the texts have one."));
        output.WriteLine("An exact hash matches none of these pairs, the right ones neither. Two texts say the same where at most three of ten words must be put in, left out or replaced to make one of the other.");
        Assert.Equal(Unrelated, texts.Count);
        Assert.InRange((double)wrong.Length / pairs, 0, 1e-6);
        Assert.InRange((double)inAny / texts.Count, 0, 0.01);
    }

    [DataFact]
    public void Edited_copies_are_found()
    {
        var chance = new Random(20210608);
        var texts = RealTexts.Take(Unrelated).Where(x => Likeness.Plain(x).Length >= Sketch.ShortText).OrderBy(_ => chance.Next()).Take(Edited).ToArray();
        var sketches = texts.Select(x => Sketch.Of(x, [])).ToArray();
        output.WriteLine(Invariant($"{texts.Length:N0} texts of {Sketch.ShortText} letters and more, each edited once in each way; found by an exact hash in brackets."));
        var below = new List<string>();
        foreach (var (way, edit, floor) in new Edits(chance).All)
        {
            var (found, same) = (0, 0);
            for (var i = 0; i < texts.Length; i++)
            {
                var edited = edit(texts[i]);
                same += edited == texts[i] ? 1 : 0;
                found += Likeness.OfCopies(texts[i], texts[i].Length, edited, edited.Length) >= Likeness.NearlyTheSame && Sketch.Of(edited, []).Overlaps(sketches[i]) ? 1 : 0;
            }

            output.WriteLine(Invariant($"{way,-44}{(double)found / texts.Length,8:P1} ({(double)same / texts.Length:P1})"));
            if ((double)found / texts.Length < floor)
                below.Add($"{way}: {found} of {texts.Length}");
        }

        Assert.Empty(below);
    }

    // All pairs that are alike, none left out: alike sets share one of the seldom runs with which either begins.
    private static List<(int One, int Other)> AllAlike(HashSet<ulong>[] runs)
    {
        var often = runs.SelectMany(x => x).CountBy(x => x).ToDictionary();
        var begun = new Dictionary<ulong, List<int>>();
        var alike = new List<(int, int)>();
        for (var one = 0; one < runs.Length; one++)
        {
            var first = runs[one].OrderBy(x => often[x]).ThenBy(x => x).Take(runs[one].Count - (int)Math.Ceiling(Likeness.NearlyTheSame * runs[one].Count) + 1).ToArray();
            foreach (var other in first.SelectMany(x => begun.GetValueOrDefault(x, [])).Distinct())
                if (runs[one].Count(runs[other].Contains) is var shared && shared >= Likeness.NearlyTheSame * (runs[one].Count + runs[other].Count - shared))
                    alike.Add((other, one));
            foreach (var run in first)
                (begun.TryGetValue(run, out var those) ? those : begun[run] = []).Add(one);
        }

        return alike;
    }

    // Said of words, not of letters, so that it cannot err as that does which it judges.
    private static bool SayTheSame(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, above) = (row[0]++, 0);
            for (var j = 1; j <= b.Length; j++, before = above)
            {
                above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return row[^1] <= 0.3 * Math.Max(a.Length, b.Length);
    }

    private static string[] Words(string text) => string.Concat(text.ToLowerInvariant().Select(x => char.IsLetterOrDigit(x) ? x : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Texts that people wrote: messages, comments, statements of politicians, headlines.</summary>
internal static class RealTexts
{
    private static readonly Lazy<string[]> All = new(() => [.. Messages().Concat(Comments()).Concat(Statements()).Concat(Headlines()).Where(x => x.Any(char.IsLetter)).Distinct()]);

    public static IReadOnlyList<string> Take(int count) => All.Value[..Math.Min(count, All.Value.Length)];

    private static IEnumerable<string> Messages() => File.ReadLines(SharedData.At("moderation-spam-sms", "SMSSpamCollection.tsv")).Select(x => x.Split('\t')[1].Trim('"')).Take(4000);

    private static IEnumerable<string> Comments() =>
        from line in File.ReadLines(SharedData.At("moderation-instagram-scam-comments", "import.ndjson"))
        let item = JsonDocument.Parse(line).RootElement
        where item.TryGetProperty("content", out var content) && content.GetProperty("kind").GetString() == "comment"
        select item.GetProperty("content").GetProperty("text").GetString()!;

    private static IEnumerable<string> Statements() => File.ReadLines(SharedData.At("factcheck-liar-plus", "val2.tsv")).Select(x => x.Split('\t')).Where(x => x.Length > 3).Select(x => x[3]);

    private static IEnumerable<string> Headlines() => File.ReadLines(SharedData.At("recommend-clickbait", "dev-headlines.csv")).Skip(1).Select(x => x[..x.LastIndexOf(',')].Trim('"'));
}
