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

    /// <summary>Strikes of a year each, one a day.</summary>
    public Golden Strikes(int count, double from = 0, string guideline = "spam", int? lasts = 365)
    {
        for (var i = 0; i < count; i++)
            Strike($"s{strikes.Count + 1}", from + i, guideline, lasts: lasts);
        return this;
    }

    public Golden Strike(string name, double day, string guideline = "spam", int weight = 1, int? lasts = 365, bool oneStrike = false) =>
        StrikeAt(name, Day(day), guideline, weight, lasts, oneStrike);

    public Golden StrikeAt(string name, DateTimeOffset at, string guideline = "spam", int weight = 1, int? lasts = 365, bool oneStrike = false)
    {
        ids[name] = new Guid(ids.Count + 1, 0, 0, new byte[8]);
        strikes.Add(new(ids[name], at, guideline, [new(at, null, weight, lasts is { } days ? at.AddDays(days) : null, oneStrike)]));
        return this;
    }

    public Golden Course(string strike, double day)
    {
        trainings.Add(new(ids[strike], Day(day)));
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

    /// <summary>From an instant on a strike has another weight and end.</summary>
    public Golden Reweigh(string strike, double day, int weight, int? lasts)
    {
        var at = strikes.FindIndex(x => x.Id == ids[strike]);
        var old = strikes[at];
        strikes[at] = old with { Terms = [old.Terms[0] with { To = Day(day) }, new(Day(day), null, weight, lasts is { } days ? old.At.AddDays(days) : null, false)] };
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
    public void Brings(params string[] expected) => Assert.Equal(expected, Ladder.Timeline(strikes, trainings, history).Select(Say));

    public void BringsNothing() => Brings();

    public void CountsAt(double day, int weight) => Assert.Equal(weight, Ladder.InForce(strikes, trainings, history, Day(day)).Weight);

    public void CountsAt(DateTimeOffset at, int weight) => Assert.Equal(weight, Ladder.InForce(strikes, trainings, history, at).Weight);

    public void EndsAt(string strike, double at, double? day) => Assert.Equal(
        day is { } end ? Day(end) : (DateTimeOffset?)null, Ladder.InForce(strikes, trainings, history, Day(at)).Strikes.Single(x => x.Id == ids[strike]).Until);

    public void Next(double day, int weight, string step) => Assert.Equal(
        (weight, step), Ladder.NextStep(strikes, trainings, history, Day(day)) is { } next ? (next.Weight, next.Step.Name) : default);

    private string Say(StepReached step) => string.Create(CultureInfo.InvariantCulture,
        $"{ids.First(x => x.Value == step.Cause).Key}={step.Strikes} {string.Join('+', step.Outcomes.Select(What))} {In(step.From)}..{(step.To is { } to ? In(to) : "")}");

    private static string What(StepOutcome outcome) => outcome.Rule.Kind is OutcomeKind.FeatureBlocked
        ? outcome.Rule.Features.Count > 1 ? "NoCreating" : $"No{outcome.Rule.Features[0]}"
        : outcome.Rule.Kind.ToString();

    private static string In(DateTimeOffset at) => (at - Start).TotalDays.ToString("0.######", CultureInfo.InvariantCulture);
}
