using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Laws;

/// <summary>What is done to one author's posts, step by step; every author of a run shares the same clock.</summary>
internal sealed record Script(int Author, IReadOnlyList<Act> Acts)
{
    private static readonly string[] Guidelines = ["fraud", "spam", "graphic-content", "rec-clickbait", "bullying"];

    public AccountId Account => new($"author-{Author}");

    public static Script Draw(int author, int steps, Random chance) => new(author, [.. Enumerable.Range(0, steps).Select(step =>
        chance.Next(10) < 7
            ? new Act(step, step, Guidelines[chance.Next(Guidelines.Length)], IsOverturn: false)
            : new Act(step, chance.Next(step + 1), "", IsOverturn: true))]);

    /// <summary>The steps whose decisions are overturned sometime.</summary>
    public IReadOnlySet<int> Overturned => Acts.Where(x => x.IsOverturn).Select(x => x.On).ToHashSet();
}

/// <summary>A decision on the post of its step, or the overturn of an earlier one.</summary>
internal sealed record Act(int Step, int On, string Guideline, bool IsOverturn);

/// <summary>Runs scripts through the door.</summary>
internal sealed class History(World world, IReadOnlyList<Script> scripts)
{
    public static readonly TimeSpan BetweenSteps = TimeSpan.FromDays(23);

    public Dictionary<(int Author, int Step), DecisionId> Decisions { get; } = [];

    /// <param name="without">Whether what is overturned sometime is left out from the start.</param>
    public async Task Play(bool without)
    {
        foreach (var script in scripts)
            for (var step = 0; step < script.Acts.Count; step++)
                await world.Post(Post(script, step).Value, script.Account);

        var steps = scripts.Max(x => x.Acts.Count);
        for (var step = 0; step < steps; step++)
        {
            foreach (var script in scripts)
                await Do(script, script.Acts[step], without);
            world.Clock.Pass(BetweenSteps);
        }
    }

    public static ContentId Post(Script script, int step) => new($"post-{script.Author}-{step}");

    /// <summary>All that can be told of an author at an instant: verdicts, strikes, and what the account may not.</summary>
    public async Task<string> Told(Script script, DateTimeOffset at, DateTimeOffset known)
    {
        var lines = new List<string>();
        foreach (var subject in script.Acts.Select(x => SubjectRef.Of(Post(script, x.Step))).Append(SubjectRef.Of(script.Account)))
        {
            var told = await world.Do(World.Lead, new ExplainEligibility(subject, at, known));
            lines.AddRange(told.Standing.Select(x => $"{subject.Id} {x.Kind} {x.On.Id} {x.Guideline} {x.From:O} {x.Until:O} {x.Weight} {string.Join(',', x.Features)}"));
            lines.AddRange(told.Verdicts.Select(x => $"{subject.Id} {x.Key} {x.Value.Action} {x.Value.Weight} {string.Join(',', x.Value.Grounds.Select(y => y.Code))}"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private async Task Do(Script script, Act act, bool without)
    {
        if (!act.IsOverturn && !(without && script.Overturned.Contains(act.Step)))
        {
            var finding = act.Guideline.StartsWith("rec-", StringComparison.Ordinal) ? Finding.NotRecommendable : Finding.Violates;
            Decisions[(script.Author, act.Step)] = (await world.Decide(Post(script, act.Step), act.Guideline, finding)).Id;
        }

        if (act.IsOverturn && !without && Decisions.Remove((script.Author, act.On), out var decision))
            await world.Do(World.Lead, new OverturnDecision(decision, "It was wrong.", "lead"));
    }
}
