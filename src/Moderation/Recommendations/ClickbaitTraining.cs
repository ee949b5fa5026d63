namespace Moderation.Recommendations;

/// <summary>A heading that somebody judged.</summary>
internal sealed record Heading(string Text, bool IsClickbait)
{
    /// <summary>One half is learnt from, the other measured on; which, its own words say.</summary>
    public bool IsLearntFrom => Clickbait.Hash("half " + Text) % 2 == 0;

    /// <summary>Lines of <c>heading,1</c> or <c>heading,0</c> after a first one that names the columns; a heading may stand in quotes.</summary>
    public static IEnumerable<Heading> Read(IEnumerable<string> lines) =>
        from line in lines.Skip(1)
        let comma = line.LastIndexOf(',')
        where comma > 0
        let text = line[..comma]
        select new Heading(text is ['"', .. var quoted, '"'] ? quoted.Replace("\"\"", "\"", StringComparison.Ordinal) : text, line[(comma + 1)..] is "1");
}

/// <summary>Learns which words make a heading clickbait: stochastic gradient descent, the same each time.</summary>
internal static class ClickbaitTraining
{
    private const int Epochs = 12;
    private const double Rate = 0.1;
    private const double Decay = 1e-5;
    private const int Seed = 20_210_608;

    public static Clickbait Learn(IEnumerable<Heading> headings)
    {
        var examples = headings.Select(x => (Words: Clickbait.Words(x.Text), x.IsClickbait)).Where(x => x.Words.Count > 0)
            .Select(x => (Features: Clickbait.Features(x.Words).ToArray(), Is: x.IsClickbait ? 1.0 : 0.0)).ToArray();
        var (weights, bias, chance) = (new double[Clickbait.Buckets], 0.0, new Random(Seed));
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            chance.Shuffle(examples);
            var rate = Rate / (1 + epoch / 3.0);
            foreach (var (features, target) in examples)
            {
                var error = target - 1 / (1 + Math.Exp(-(bias + features.Sum(x => weights[x]))));
                bias += rate * error;
                foreach (var feature in features)
                    weights[feature] += rate * (error - Decay * weights[feature]);
            }
        }

        return Clickbait.Of(weights, bias);
    }
}

/// <summary>How often it is right where it says so, and how much it finds, from a score on.</summary>
internal sealed record ClickbaitMeasure(double From, int Said, int Right, int There)
{
    public double Precision => Said == 0 ? 1 : (double)Right / Said;

    public double Recall => There == 0 ? 1 : (double)Right / There;

    public static ClickbaitMeasure Of(IReadOnlyCollection<Heading> headings, Func<Heading, double> score, double from)
    {
        var said = headings.Where(x => score(x) > from).ToArray();
        return new(from, said.Length, said.Count(x => x.IsClickbait), headings.Count(x => x.IsClickbait));
    }
}
