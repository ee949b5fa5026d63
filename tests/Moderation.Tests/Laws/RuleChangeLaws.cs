using System.Text.Json.Nodes;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Storage;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.Laws;

/// <summary>
/// Law 2 through the door, where everything happens at once: decisions that take the place of others, strikes that expire, courses
/// that lift warnings, a rulebook that comes into force and one that is applied to what is in force, and overturns of any of it.
/// </summary>
public sealed class RuleChangeLaws : IAsyncLifetime
{
    private static readonly int Authors = Nightly.Many(30, byNight: 60);
    private const int Steps = 11;
    private const int InForceAt = 3;
    private const int AppliedAt = 6;

    private static readonly TimeSpan BetweenSteps = TimeSpan.FromDays(14);

    private static readonly string Heavier = ShippedRulebook.With(x =>
    {
        x.Guideline("bullying")["strikeWeight"] = 2;
        // Steps that last, so that some are in force when the other ladder is applied.
        foreach (var step in x.Ladder("meta-2023")["steps"]!.AsArray().Skip(1))
            step!["outcomes"]![0]!["days"] = 120;
        x.Ladder("meta-2023")["strikeExpiryDays"] = new JsonObject { ["low"] = 100, ["medium"] = 100, ["high"] = 365, ["severe"] = 365 };
    });

    private static readonly string Other = ShippedRulebook.With(x =>
    {
        x["ladder"] = "twitch";
        x.Guideline("fraud")["strikeWeight"] = 2;
        x.Guideline("spam")["outcomes"] = new JsonArray(new JsonObject { ["kind"] = "demoted", ["on"] = "content", ["weight"] = 0.3 });
        x.Guideline("graphic-content")["outcomes"] = new JsonArray(
            new JsonObject { ["kind"] = "removed", ["on"] = "content" }, new JsonObject { ["kind"] = "strike", ["on"] = "author" });
    });

    private readonly World told = new();
    private readonly World untold = new();

    public async Task InitializeAsync()
    {
        await told.InitializeAsync();
        await untold.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await told.DisposeAsync();
        await untold.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_the_rules_did_meanwhile_overturned_means_it_never_happened()
    {
        var scripts = Draw();
        var with = new Play(told, scripts, skip: null, courses: null);
        await with.Run();
        var without = new Play(untold, scripts, skip: with.Overturned, courses: with.Courses);
        await without.Run();
        var now = told.Clock.GetUtcNow();
        Assert.Equal(now, untold.Clock.GetUtcNow());

        foreach (var author in Enumerable.Range(0, Authors))
            foreach (var at in new[] { now, now.AddDays(20), now.AddDays(200), now - BetweenSteps * 2, now - BetweenSteps * 7 })
                Assert.Equal(await without.Told(author, at, now), await with.Told(author, at, now));

        // Else the two would be alike for want of anything to compare.
        Assert.True(with.Overturned.Count > Authors / 2);
        Assert.True(with.Courses.Count > 3);
        Assert.True(told.Read(db => db.Outcomes.Count(x => x.ByRulebook != null)) > 10);
        Assert.True(told.Read(db => db.Set<Decision>().Count(x => x.OverriddenAt != null)) > 3);
        Assert.True(told.Read(db => db.Set<Decision>().Count(x => x.SupersededAt != null)) > 5);
    }

    private enum What
    {
        Decide,
        DecideAnew,
        Overturn,
        Course,
    }

    /// <param name="On">The step whose post it is about; for an overturn the step that decided.</param>
    private sealed record Step(What What, int On, string Guideline);

    private static Step[][] Draw()
    {
        var chance = new Random(20230223);
        string[] guidelines = ["fraud", "spam", "graphic-content", "rec-clickbait", "bullying", "hate-speech"];
        return [.. Enumerable.Range(0, Authors).Select(_ => Enumerable.Range(0, Steps).Select(step =>
        {
            var what = chance.Next(20) switch { < 10 => What.Decide, < 12 => What.DecideAnew, < 17 => What.Overturn, _ => What.Course };
            return new Step(what, what is What.Decide ? step : chance.Next(step + 1), guidelines[chance.Next(guidelines.Length)]);
        }).ToArray())];
    }

    /// <param name="skip">What is overturned sometime, left out from the start; null for the whole history.</param>
    /// <param name="courses">The courses that were taken there, with the step whose strike each was for.</param>
    private sealed class Play(World world, Step[][] scripts, HashSet<(int Author, int Step)>? skip, Dictionary<(int Author, int Step), int>? courses)
    {
        private readonly Dictionary<(int Author, int Step), DecisionId> decisions = [];
        private readonly Dictionary<(int Author, int Post), List<int>> places = [];

        public HashSet<(int Author, int Step)> Overturned { get; } = [];

        public Dictionary<(int Author, int Step), int> Courses { get; } = [];

        public async Task Run()
        {
            for (var author = 0; author < scripts.Length; author++)
                for (var step = 0; step < Steps; step++)
                    await world.Post(Post(author, step).Value, Account(author));

            for (var step = 0; step < Steps; step++)
            {
                if (step == InForceAt)
                    world.GoLive(Heavier);
                if (step == AppliedAt)
                    await Apply(world.GoLive(Other));
                for (var author = 0; author < scripts.Length; author++)
                    await Do(author, step, scripts[author][step]);
                world.Clock.Pass(BetweenSteps);
            }
        }

        public async Task<string> Told(int author, DateTimeOffset at, DateTimeOffset known)
        {
            var lines = new List<string>();
            foreach (var subject in Enumerable.Range(0, Steps).Select(x => SubjectRef.Of(Post(author, x))).Append(SubjectRef.Of(Account(author))))
            {
                var answer = await world.Do(World.Lead, new ExplainEligibility(subject, at, known));
                lines.AddRange(answer.Standing.Select(x => $"{subject.Id} {x.Kind} {x.On.Id} {x.Guideline} {x.Until:O} {x.Weight} {string.Join(',', x.Features)}"));
                lines.AddRange(answer.Verdicts.Select(x => $"{subject.Id} {x.Key} {x.Value.Action} {x.Value.Weight} {string.Join(',', x.Value.Grounds.Select(y => y.Code))}"));
            }

            return string.Join('\n', lines.Order(StringComparer.Ordinal));
        }

        private async Task Do(int author, int step, Step act)
        {
            switch (act.What)
            {
                case What.Decide or What.DecideAnew when skip?.Contains((author, step)) is not true:
                    await Decide(author, step, act);
                    break;
                case What.Overturn when skip is null && decisions.TryGetValue((author, act.On), out var decision) && Overturned.Add((author, act.On)):
                    await world.Do(World.Lead, new OverturnDecision(decision, "It was wrong.", "lead"));
                    break;
                case What.Course:
                    await Train(author, step);
                    break;
            }
        }

        // Whoever decides anew on a post takes the place of the last decision there that still stands.
        private async Task Decide(int author, int step, Step act)
        {
            if (!places.TryGetValue((author, act.On), out var before))
                places[(author, act.On)] = before = [];
            var finding = act.Guideline.StartsWith("rec-", StringComparison.Ordinal) ? Finding.NotRecommendable : Finding.Violates;
            var last = before.FindLast(x => !Overturned.Contains((author, x)));
            decisions[(author, step)] = (await world.Do(World.Product, new EnforceDirectly(
                SubjectRef.Of(Post(author, act.On)), null, act.Guideline, finding, null, "As seen.", Automation.None, World.Moderator.Id,
                Overrides: before.Exists(x => !Overturned.Contains((author, x))) ? decisions[(author, last)] : null))).Id;
            before.Add(step);
        }

        // A course that was spent on a strike that never was is no course.
        private async Task Train(int author, int step)
        {
            if (courses is not null && (!courses.TryGetValue((author, step), out var spent) || skip!.Contains((author, spent))))
                return;
            if ((await world.Run(World.Platform, new CompleteTraining(Account(author)))).IsOk(out var taken, out _))
                Courses[(author, step)] = decisions.First(x => x.Value == taken.Warning).Key.Step;
        }

        private async Task Apply(int version)
        {
            var run = await world.Do(World.PolicyManager, new ApplyRulebook(version, DateTimeOffset.UnixEpoch, world.Clock.GetUtcNow().AddTicks(1), "New rules."));
            await world.Do(World.OtherPolicyManager, new AgreeToRun(run));
            await world.Work(run);
        }

        private static AccountId Account(int author) => new($"author-{author}");

        private static ContentId Post(int author, int step) => new($"post-{author}-{step}");
    }
}
