using Moderation.Guidelines;

namespace Moderation.RepeatOffenders;

/// <summary>Walks once through strikes, courses and applied rulebooks in the order of time.</summary>
internal sealed class LadderFold
{
    private const string OneStrikeName = "One breach is enough";

    private readonly LadderInForce[] history;
    private readonly List<CountedStrike> counted = [];

    private LadderFold(LadderInForce[] history) => this.history = history;

    /// <summary>The steps that bring something, in the order in which they begin to count.</summary>
    public IReadOnlyList<StepReached> Steps => [.. counted.SelectMany(x => x.Steps).OrderBy(x => x.From).ThenBy(x => x.At).ThenBy(x => x.Cause)];

    /// <summary>All that was recorded until an instant, this included.</summary>
    public static LadderFold Of(
        IEnumerable<StrikeGiven> strikes, IEnumerable<TrainingTaken> trainings, IEnumerable<LadderInForce> history, DateTimeOffset until)
    {
        var fold = new LadderFold(InOrder(history));
        if (fold.history.Length == 0)
            return fold;

        // What came twice is one; of a run's several it is the earliest.
        var given = strikes.OrderBy(x => x.At).ThenBy(x => x.Guideline, StringComparer.Ordinal).DistinctBy(x => x.Id).ToDictionary(x => x.Id);
        var events = given.Values.Select(x => (x.At, Rank: 2, x.Id, Later: false, Do: (Action)(() => fold.Give(x))))
            .Concat(fold.history.Where(x => x.IsApplied).Select(x => (At: x.From, Rank: 0, Id: Guid.Empty, Later: false, Do: (Action)(() => fold.Apply(x)))))
            // Of one instant: a course comes before other strikes, but after its own.
            .Concat(trainings.Where(x => given.ContainsKey(x.Strike)).Select(x => (
                x.At, Rank: given[x.Strike].At == x.At ? 2 : 1, Id: x.Strike, Later: true, Do: (Action)(() => fold.Train(x)))));
        foreach (var (_, _, _, _, act) in events.Where(x => x.At <= until).OrderBy(x => x.At).ThenBy(x => x.Rank).ThenBy(x => x.Id).ThenBy(x => x.Later))
            act();

        return fold;
    }

    /// <summary>The ladder that counts for a strike of an instant; before the first there was, the first.</summary>
    public static LadderInForce? LadderAt(IEnumerable<LadderInForce> history, DateTimeOffset at) =>
        InOrder(history) is { Length: > 0 } ordered ? Array.FindLast(ordered, x => x.From <= at) ?? ordered[0] : null;

    public StrikesInForce InForce(DateTimeOffset at)
    {
        StrikeInForce[] strikes = [.. counted.Where(x => x.IsInForce(at)).Select(x => x.AsInForce(at))];
        return new(Sum(strikes.Select(x => x.Weight)), strikes);
    }

    /// <summary>The strike that a course would lift, or why none.</summary>
    public (Guid? Strike, TrainingObstacle Obstacle) Training(DateTimeOffset at)
    {
        if (Array.FindLast(history, x => x.From <= at) is not { Table.Training: { } rule }
            || counted.FindAll(x => x.IsInForce(at) && x.TrainedAt is null) is not [{ IsWarning: true } warning])
            return (null, TrainingObstacle.NoFirstWarning);
        if (rule.NotFor.Any(warning.Strike.IsWithin))
            return (null, TrainingObstacle.Excluded);

        // A course whose strike was overturned is not among these: it is given back.
        var before = counted.FindAll(x => x != warning && x.Strike.At <= warning.Strike.At);
        return before.Exists(x => x.TrainedAt is not null)
            && before.Max(x => x.TrainedAt > x.Strike.At ? x.TrainedAt.Value : x.Strike.At).AddMonths(rule.CleanMonths) > warning.Strike.At
            ? (null, TrainingObstacle.NotCleanLongEnough)
            : (warning.Strike.Id, TrainingObstacle.None);
    }

    private void Give(StrikeGiven strike)
    {
        var entry = new CountedStrike(strike);
        counted.Add(entry);
        var ladder = LadderAt(history, strike.At)!;
        entry.Reach(Judge(entry, ladder, strike.At), ladder);
    }

    private void Train(TrainingTaken training)
    {
        if (Training(training.At) is ({ } lifted, _) && lifted == training.Strike)
            counted.Find(x => x.Strike.Id == lifted)!.Lift(training.At, LadderAt(history, training.At)!.Table.Training!.LapsesAfterDays);
    }

    // Only what is in force then: what has ended or expired is not opened again.
    private void Apply(LadderInForce ladder)
    {
        foreach (var entry in counted.FindAll(x => x.IsInForce(ladder.From) || x.HasStep(ladder.From)))
            entry.ReachAnew(Judge(entry, ladder, ladder.From), ladder);
    }

    private StepJudged? Judge(CountedStrike strike, LadderInForce ladder, DateTimeOffset asOf)
    {
        if (strike.Strike.TermsAt(asOf) is not { } terms)
            return null;

        var others = counted.TakeWhile(x => x != strike).Where(x => Counts(x, strike, asOf)).ToArray();
        var count = Sum(others.Select(x => x.WeightAt(asOf)).Append(terms.Weight));
        var step = terms.IsOneStrike && ladder.OneStrike.Count > 0
            ? new LadderStep(count, OneStrikeName, ladder.OneStrike)
            : ladder.Table.StepFor(count);
        var repeats = others.Count(x => x.Strike.IsUnder(strike.Strike.Guideline));
        return new(
            count, step,
            [.. (step?.Outcomes ?? []).Where(x => x.Listing.Covers(strike.Strike.At)).Select(x => new StepOutcome(x, EndOf(strike.Strike.At, x, repeats, ladder.Table.Repeats)))],
            [.. others.Append(strike).Select(x => x.Strike.Id)]);
    }

    // While the course's time runs, a warning still counts against a repeat under its own rule, unless another warning does.
    private bool Counts(CountedStrike earlier, CountedStrike strike, DateTimeOffset asOf) =>
        earlier.IsInForce(strike.Strike.At, asOf)
        && (!(earlier.TrainedAt <= strike.Strike.At) || earlier.Strike.IsUnder(strike.Strike.Guideline)
            && !counted.TakeWhile(x => x != strike).Any(x => x.IsWarning && x.TrainedAt is null && x.IsInForce(strike.Strike.At, asOf)));

    // What holds only on some days ends with the last of them.
    private static DateTimeOffset? EndOf(DateTimeOffset from, OutcomeTemplate rule, int repeats, Repeats? longer)
    {
        var end = EndOf(from, rule.Days, repeats, longer);
        return rule.Listing.Until is { } day && new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) is var over && !(end <= over) ? over : end;
    }

    private static DateTimeOffset? EndOf(DateTimeOffset from, int? days, int repeats, Repeats? rule) => days switch
    {
        null => null,
        { } length when rule is null || repeats == 0 => from.AddDays(length),
        { } length => from.AddDays(Math.Min(length * Math.Pow(rule.Factor, repeats), Math.Max(length, rule.MostDays))),
    };

    private static int Sum(IEnumerable<int> weights) => (int)Math.Min(int.MaxValue, weights.Sum(x => (long)Math.Max(0, x)));

    private static LadderInForce[] InOrder(IEnumerable<LadderInForce> history) => [.. history.OrderBy(x => x.From).ThenBy(x => x.Version).ThenBy(x => x.IsApplied).ThenBy(x => x.Table.Code, StringComparer.Ordinal)];
}

/// <summary>What a strike reaches by a ladder.</summary>
/// <param name="Step">Null below the first row.</param>
/// <param name="Counted">The strikes in that count.</param>
internal sealed record StepJudged(int Strikes, LadderStep? Step, IReadOnlyList<StepOutcome> Outcomes, IReadOnlyList<Guid> Counted);
