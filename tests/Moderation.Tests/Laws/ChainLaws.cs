using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

// Law 2 on chains: whatever was overturned, in whatever order, it is as if it had never been made.
public sealed class ChainLaws : IAsyncLifetime
{
    private static readonly int Chains = Nightly.Many(25, byNight: 60);
    private const int Longest = 6;

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

    /// <param name="Guidelines">Of each decision; none for one that finds nothing.</param>
    /// <param name="Overturns">Which of them, in which order.</param>
    private sealed record Plan(int Number, string?[] Guidelines, int[] Overturns)
    {
        public ContentId Content => new($"post-{Number}");

        public AccountId Author => new($"author-{Number % 20}");

        public static Plan Draw(int number, Random chance)
        {
            var depth = 1 + number % Longest;
            int[] order = [.. Enumerable.Range(0, depth).OrderBy(_ => chance.Next())];
            return new(
                number, [.. Enumerable.Range(0, depth).Select(_ => chance.Next(4) switch { 0 => "fraud", 1 => "spam", 2 => "graphic-content", _ => (string?)null })],
                order[..chance.Next(depth + 1)]);
        }
    }

    [Fact]
    public async Task Overturned_links_of_a_chain_never_were()
    {
        var chance = new Random(20211021);
        Plan[] plans = [.. Enumerable.Range(0, Chains).Select(x => Plan.Draw(x, chance))];
        await Play(told, plans, without: false);
        await Play(untold, plans, without: true);
        var now = told.Clock.GetUtcNow();
        Assert.Equal(now, untold.Clock.GetUtcNow());
        // Else the two would be alike for want of anything to compare.
        Assert.True(told.Read(db => db.Outcomes.Count(x => x.Restores != null)) > 10);

        foreach (var plan in plans)
            foreach (var at in new[] { now, now.AddDays(400), now - TimeSpan.FromDays(3) })
                Assert.Equal(await Seen(untold, plan, at, now), await Seen(told, plan, at, now));
        foreach (var author in plans.Select(x => x.Author).Distinct())
            Assert.Equal(await Strikes(untold, author), await Strikes(told, author));
    }

    private static async Task Play(World world, Plan[] plans, bool without)
    {
        var made = new Dictionary<(int Plan, int Link), DecisionId>();
        foreach (var plan in plans)
            await world.Post(plan.Content.Value, plan.Author);

        for (var link = 0; link < Longest; link++)
        {
            foreach (var plan in plans.Where(x => link < x.Guidelines.Length && !(without && x.Overturns.Contains(link))))
            {
                var before = Enumerable.Range(0, link).Reverse().Where(x => made.ContainsKey((plan.Number, x))).Select(x => (DecisionId?)made[(plan.Number, x)]).FirstOrDefault();
                var guideline = plan.Guidelines[link];
                made[(plan.Number, link)] = (await world.Do(World.Product, new EnforceDirectly(
                    SubjectRef.Of(plan.Content), null, guideline ?? "fraud", guideline is null ? Finding.DoesNotViolate : Finding.Violates, null, "As seen.",
                    Automation.None, new StaffId("kestrel"), Overrides: before))).Id;
            }

            world.Clock.Pass(TimeSpan.FromDays(2));
        }

        for (var turn = 0; turn < Longest; turn++)
        {
            foreach (var plan in plans.Where(x => !without && turn < x.Overturns.Length))
                await world.Do(World.Lead, new OverturnDecision(made[(plan.Number, plan.Overturns[turn])], "It was wrong.", "lead"));
            world.Clock.Pass(TimeSpan.FromHours(5));
        }
    }

    private static async Task<string> Seen(World world, Plan plan, DateTimeOffset at, DateTimeOffset known)
    {
        var lines = new List<string>();
        foreach (var subject in new[] { SubjectRef.Of(plan.Content), SubjectRef.Of(plan.Author) })
        {
            var told = await world.Do(World.Lead, new ExplainEligibility(subject, at, known));
            lines.AddRange(told.Standing.Select(x => $"{subject.Id} {x.Kind} {x.On.Id} {x.Guideline} {x.From:O} {x.Until:O} {x.Weight}"));
            lines.AddRange(told.Verdicts.Select(x => $"{subject.Id} {x.Key} {x.Value.Action} {x.Value.Weight} {string.Join(',', x.Value.Grounds.Select(y => y.Code))}"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static async Task<string> Strikes(World world, AccountId author)
    {
        var status = await world.Do(World.Lead, new AccountStatus(author));
        return string.Join('\n', status.Strikes.Select(x => $"{x.Guideline} {x.At:O} {x.Until:O}").Concat(status.AccountOutcomes.Select(x => $"{x.Kind} {x.From:O} {x.Until:O}")));
    }
}
