using System.Globalization;

namespace Moderation.Benchmarks;

/// <summary>One thing measured over rounds.</summary>
internal sealed class Series(string unit)
{
    private readonly List<double> all = [];
    private readonly List<(double Median, double P99)> rounds = [];
    private readonly List<double> current = [];

    /// <summary>The median of the rounds' own, so that one bad moment of the machine does not speak for all.</summary>
    public double P99 => rounds.Select(x => x.P99).At(0.5);

    public void Add(IEnumerable<double> values) => current.AddRange(values);

    public void EndRound()
    {
        if (current.Count == 0)
            return;

        rounds.Add((current.At(0.5), current.At(0.99)));
        all.AddRange(current);
        current.Clear();
    }

    public void Say(string name) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
        {name,-32} median {rounds.Select(x => x.Median).At(0.5),10:N2} [{rounds.Min(x => x.Median):N2}..{rounds.Max(x => x.Median):N2}]  p99 {P99,10:N2} [{rounds.Min(x => x.P99):N2}..{rounds.Max(x => x.P99):N2}] {unit}  (all {all.Count}: p99 {all.At(0.99):N2})
        """));
}
