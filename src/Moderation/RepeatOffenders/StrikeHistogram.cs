using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Who sets thresholds asks how many strikes accounts have, and where they would stand on a ladder. Changes nothing.</summary>
/// <param name="At">By what is known now of that instant; null for now.</param>
/// <param name="Ladder">The code of one of the rulebook's ladders; null for the one in use.</param>
/// <param name="OfMisinformation">Whether ratings by fact-checkers are asked about, which have a ladder of their own, instead of breaches.</param>
[AllowedTo(Role.PolicyManager, Role.Lead)]
public sealed record StrikeHistogram(DateTimeOffset? At = null, string? Ladder = null, bool OfMisinformation = false) : IQuery<StrikeHistogram.Answer>
{
    /// <summary>Heavier accounts share a bar.</summary>
    public const int MostWeight = 20;

    private const int AccountsTogether = 5000;

    /// <param name="Accounts">With a strike in force.</param>
    /// <param name="Bars">From a weight of 1 on; the last one is of all that are heavier.</param>
    /// <param name="Now">On the ladder in use, as strikes count.</param>
    /// <param name="Then">On the ladder asked for, as strikes would count and expire by it.</param>
    /// <param name="Ladders">All to choose from.</param>
    public sealed record Answer(
        DateTimeOffset At, int Accounts, IReadOnlyList<Bar> Bars, IReadOnlyList<StepBar> Now, IReadOnlyList<StepBar> Then,
        string LadderInUse, string Ladder, IReadOnlyList<LadderName> Ladders);

    /// <param name="OrMore">Whether heavier ones are in it too.</param>
    public sealed record Bar(int Weight, bool OrMore, int Accounts);

    /// <param name="Strikes">The weight that reaches the step.</param>
    public sealed record StepBar(int Strikes, string Name, int Accounts);

    public sealed record LadderName(string Code, string Name);

    internal sealed class Handler(ModerationDb db, Rulebooks rulebooks, StrikeRecords records, TimeProvider clock) : IRequestHandler<StrikeHistogram, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(StrikeHistogram query, CancellationToken ct)
        {
            var at = query.At ?? clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
            var (kind, inUse) = query.OfMisinformation ? (StrikeKind.Misinformation, rulebook.MisinformationLadder) : (StrikeKind.Community, rulebook.LadderInUse);
            IReadOnlyList<LadderTable> ladders = query.OfMisinformation ? [inUse] : rulebook.Ladders;
            var code = query.Ladder ?? inUse.Code;
            if (ladders.FirstOrDefault(x => x.Code == code) is not { } asked)
                return RepeatOffenderErrors.UnknownLadder;

            var (now, then) = (new int[MostWeight + 2], new int[MostWeight + 2]);
            var supposed = new[] { new LadderInForce(rulebook.Version, DateTimeOffset.MinValue, false, asked, rulebook.OneStrike) };
            var severities = rulebook.Guidelines.ToDictionary(x => x.Code, x => x.Severity);
            await foreach (var record in records.All(kind, at, AccountsTogether, ct))
            {
                now[Math.Min(record.InForce(at).Weight, MostWeight + 1)]++;
                var strikes = record.Strikes.Select(x => Under(x, asked, severities));
                then[Math.Min(RepeatOffenders.Ladder.InForce(strikes, record.Trainings, supposed, at).Weight, MostWeight + 1)]++;
            }

            return new Answer(
                at, now.Skip(1).Sum(), [.. Enumerable.Range(1, MostWeight + 1).Select(x => new Bar(x, x > MostWeight, now[x]))],
                StepsOf(inUse, now), StepsOf(asked, then), inUse.Code, asked.Code, [.. ladders.Select(x => new LadderName(x.Code, x.Name))]);
        }

        private static StrikeGiven Under(StrikeGiven strike, LadderTable ladder, Dictionary<string, Severity> severities) =>
            severities.TryGetValue(strike.Guideline.Split('.')[0], out var severity)
                ? strike with { Terms = [.. strike.Terms.Select(x => x with { Until = ladder.Expiry.For(severity) is { } days ? strike.At.AddDays(days) : null })] }
                : strike;

        private static IReadOnlyList<StepBar> StepsOf(LadderTable ladder, int[] accounts) =>
        [
            .. ladder.Steps.Select(step => new StepBar(
                step.Strikes, step.Name, accounts.Where((_, weight) => weight > 0 && ladder.StepFor(weight) == step).Sum())),
        ];
    }
}
