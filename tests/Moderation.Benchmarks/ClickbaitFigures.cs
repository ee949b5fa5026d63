using System.Diagnostics;
using Moderation.Recommendations;

namespace Moderation.Benchmarks;

/// <summary>Learns clickbait from one half of judged headings and measures on the other, which it never saw.</summary>
internal static class ClickbaitFigures
{
    /// <param name="file">Lines of <c>heading,1</c> or <c>heading,0</c>.</param>
    /// <param name="model">Where to write what was learnt; null for nowhere.</param>
    public static int Measure(string file, string? model)
    {
        var headings = Heading.Read(File.ReadLines(file)).ToArray();
        var clock = Stopwatch.StartNew();
        var learnt = ClickbaitTraining.Learn(headings.Where(x => x.IsLearntFrom));
        Figures.Say("learnt", clock.Elapsed.TotalSeconds, "s");

        var unseen = headings.Where(x => !x.IsLearntFrom).ToArray();
        Figures.Say("headings never seen", unseen.Length, "");
        foreach (var from in new[] { 0.5, 0.9, 0.95 })
        {
            var measured = ClickbaitMeasure.Of(unseen, x => learnt.Score(x.Text, "en") ?? 0, from);
            Figures.Say($"precision from {from}", measured.Precision * 100, "%");
            Figures.Say($"recall from {from}", measured.Recall * 100, "%");
        }

        if (model is not null)
            File.WriteAllBytes(model, learnt.Written());
        return 0;
    }
}
