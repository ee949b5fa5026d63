using System.Globalization;
using Moderation.Ranking;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>A history in words, and what it brings about in words. Days count from the first of January 2026, at noon.</summary>
internal sealed class Golden(string ladder)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<StrikeGiven> strikes = [];
    private readonly List<TrainingTaken> trainings = [];
    private readonly List<LadderInForce> history = [Ladders.InForce(ladder, Start.AddYears(-5))];
    private readonly Dictionary<string, Guid> ids = [];

    public static DateTimeOffset Day(double day) => Start.AddDays(day);

    /// <summary>So many, one a day.</summary>
    public Golden Strikes(int count, string guideline = "spam")
    {
        for (var i = 0; i < count; i++)
            Strike($"s{strikes.Count + 1}", i, guideline);
        return this;
    }

    public Golden Strike(string name, double day, string guideline = "spam", int? weight = null) => StrikeAt(name, Day(day), guideline, weight);

    /// <summary>One by the rule's own weight, unless another is given.</summary>
    public Golden StrikeAt(string name, DateTimeOffset at, string guideline = "spam", int? weight = null)
    {
        var rule = Ladders.Rule(guideline);
        if (!ids.ContainsKey(name))
            ids[name] = new Guid(ids.Count + 1, 0, 0, new byte[8]);
        strikes.Add(new(ids[name], at, guideline, [new(at, null, weight ?? rule.StrikeWeight, null, rule.OneStrike)]));
        return this;
    }

    public Golden Course(string strike, double day) => CourseAt(strike, Day(day));

    public Golden CourseAt(string strike, DateTimeOffset at)
    {
        trainings.Add(new(ids[strike], at));
        return this;
    }

    public Golden Overturn(string strike)
    {
        strikes.RemoveAll(x => x.Id == ids[strike]);
        return this;
    }

    public Golden Under(string code, double day, bool applied = false)
    {
        history.Add(Ladders.InForce(code, Day(day), applied, history.Count + 1));
        return this;
    }

    /// <summary>From an instant on a strike has another weight, as a new rulebook gives it to decisions of the period it is applied to.</summary>
    public Golden Reweigh(string strike, double day, int weight)
    {
        var at = strikes.FindIndex(x => x.Id == ids[strike]);
        var old = strikes[at].Terms[0];
        strikes[at] = strikes[at] with { Terms = [old with { To = Day(day) }, old with { From = Day(day), Weight = weight }] };
        return this;
    }

    public Golden Backwards()
    {
        strikes.Reverse();
        trainings.Reverse();
        history.Reverse();
        return this;
    }

    /// <summary>Who, count, what, from which day to which.</summary>
    public void Brings(params string[] expected) => Assert.Equal(expected, Ladder.Timeline(Given, trainings, history).Select(Say));

    public void BringsNothing() => Brings();

    /// <summary>A strike stands on the step of this count.</summary>
    public void Reaches(string strike, int count) => Assert.Contains(Ladder.Timeline(Given, trainings, history), x => x.Cause == ids[strike] && x.Strikes == count);

    public void CountsAt(double day, int weight) => Assert.Equal(weight, Ladder.InForce(Given, trainings, history, Day(day)).Weight);

    public void CountsAt(DateTimeOffset at, int weight) => Assert.Equal(weight, Ladder.InForce(Given, trainings, history, at).Weight);

    public void EndsAt(string strike, double at, double? day) => Assert.Equal(
        day is { } end ? Day(end) : (DateTimeOffset?)null, Ladder.InForce(Given, trainings, history, Day(at)).Strikes.Single(x => x.Id == ids[strike]).Until);

    public void Next(double day, int weight, string step) => Assert.Equal(
        (weight, step), Ladder.NextStep(Given, trainings, history, Day(day)) is { } next ? (next.Weight, next.Step.Name) : default);

    // Each counts as long as the ladder of its instant says for the severity of its rule.
    private IEnumerable<StrikeGiven> Given => strikes.Select(x => x with
    {
        Terms = [.. x.Terms.Select(terms => terms with
        {
            Until = LadderFold.LadderAt(history, x.At)!.Table.Expiry.For(Ladders.Rule(x.Guideline).Severity) is { } days ? x.At.AddDays(days) : null,
        })],
    });

    private string Say(StepReached step) => string.Create(CultureInfo.InvariantCulture,
        $"{ids.First(x => x.Value == step.Cause).Key}={step.Strikes} {string.Join('+', step.Outcomes.Select(What))} {In(step.From)}..{(step.To is { } to ? In(to) : "")}");

    private static string What(StepOutcome outcome) => outcome.Rule.Kind is OutcomeKind.FeatureBlocked
        ? outcome.Rule.Features.Count > 1 ? "NoCreating" : $"No{outcome.Rule.Features[0]}"
        : outcome.Rule.Kind.ToString();

    private static string In(DateTimeOffset at) => (at - Start).TotalDays.ToString("0.######", CultureInfo.InvariantCulture);
}
