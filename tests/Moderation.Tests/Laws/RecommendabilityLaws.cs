using System.Text.Json.Nodes;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

/// <summary>Whether accounts may be recommended, through the door: posts, breaches, deletions and overturns in every order.</summary>
public sealed class RecommendabilityLaws : IAsyncLifetime
{
    private static readonly int Authors = Nightly.Many(15, byNight: 40);
    private const int Steps = 12;

    private readonly World told = new();
    private readonly World replayed = new();

    private enum Deed
    {
        Post,
        Withhold,
        Copy,
        Suggest,
        Breach,
        Delete,
        Overturn,
    }

    private sealed record Act(Deed Deed, int On);

    public async Task InitializeAsync()
    {
        await told.InitializeAsync();
        await replayed.InitializeAsync();
        foreach (var world in new[] { told, replayed })
            world.GoLive(ShippedRulebook.With(x =>
            {
                x.Named("accountRules", "account.not-recommendable")["atLeast"] = 2;
                x.Named("accountRules", "account.not-recommendable")["ofLast"] = 4;
                x.Named("accountRules", "account.age-inappropriate")["atLeast"] = 1;
                x.Named("accountRules", "account.age-inappropriate").Remove("from");
                foreach (var rule in x["accountRules"]!.AsArray().Where(y => (string)y!["code"]! == "account.reposts"))
                    rule!["atLeast"] = 2;
            }));
    }

    public async Task DisposeAsync()
    {
        await told.DisposeAsync();
        await replayed.DisposeAsync();
    }

    // Law 2, at every instant from the first act to long after the last.
    [Fact]
    public async Task The_standing_of_an_account_is_that_of_a_life_without_what_was_overturned()
    {
        var chance = new Random(20210608);
        var scripts = Enumerable.Range(0, Authors).Select(_ => Enumerable.Range(0, Steps).Select(step => Draw(step, chance)).ToArray()).ToArray();
        var start = told.Clock.GetUtcNow();
        await Play(told, scripts, without: false);
        await Play(replayed, scripts, without: true);

        var (limited, now) = (0, told.Clock.GetUtcNow());
        for (var author = 0; author < Authors; author++)
            for (var at = start; at < now.AddDays(120); at = at.AddHours(31))
            {
                var (one, other) = (Standing(told, author, at, now), Standing(replayed, author, at, now));
                Assert.Equal((author, at, other), (author, at, one));
                limited += one.Length > 0 ? 1 : 0;
            }

        Assert.True(limited > 500);
        Assert.Contains(told.Read(db => db.Decisions.Where(x => x.CauseId != null && x.Ladder == null).ToList()), x => x.State is DecisionState.Superseded);
        Assert.Contains(told.Read(db => db.Outcomes.ToList()), x => x.Lifted is HowLifted.Cured);
    }

    // Law 3, after every act: what the member reads is what rankers are told.
    [Fact]
    public async Task Account_Status_recommends_whom_rankers_recommend()
    {
        var chance = new Random(20230425);
        var (seen, limitedForSome) = (new HashSet<bool>(), 0);
        await Play(told, [.. Enumerable.Range(0, Authors).Select(_ => Enumerable.Range(0, Steps).Select(step => Draw(step, chance)).ToArray())], without: false, async () =>
        {
            for (var author = 0; author < Authors; author++)
            {
                var account = new AccountId($"author-{author}");
                if (!told.Read(db => db.Content.Any(x => x.AuthorId == account)))
                    continue;

                var status = await told.Do(new Actor.Member(account), new AccountStatus(account));
                var verdicts = await Task.WhenAll(SurfaceSet.Recommending.Each().Select(async x =>
                    (await told.Do(World.Product, new CheckEligibility(x, Viewer.Adult, null, [new(Account: account)]))).Verdicts[0].Action is not VerdictAction.Drop));
                Assert.Equal(verdicts.All(x => x), status.Recommendable.Account);
                Assert.Equal(status.Recommendable.Account, status.Recommendable.Because.Count == 0);
                seen.Add(status.Recommendable.Account);
                limitedForSome += status.Recommendable.Account && status.AccountOutcomes.Any(x => x.Kind is OutcomeKind.NotRecommended) ? 1 : 0;
            }
        });

        Assert.Equal(2, seen.Count);
        Assert.True(limitedForSome > 5);
    }

    private static Act Draw(int step, Random chance) => chance.Next(14) switch
    {
        < 2 => new(Deed.Post, step),
        < 5 => new(Deed.Withhold, step),
        < 7 => new(Deed.Copy, step),
        < 9 => new(Deed.Suggest, step),
        < 10 => new(Deed.Breach, step),
        < 11 => new(Deed.Delete, chance.Next(step + 1)),
        _ => new(Deed.Overturn, chance.Next(step + 1)),
    };

    private static async Task Play(World world, Act[][] scripts, bool without, Func<Task>? look = null)
    {
        var decisions = new Dictionary<(int, int), DecisionId>();
        for (var step = 0; step < Steps; step++)
        {
            for (var author = 0; author < scripts.Length; author++)
            {
                var act = scripts[author][step];
                var isOverturned = scripts[author].Skip(step).Any(x => x.Deed is Deed.Overturn && x.On == step);
                if (act.Deed is < Deed.Delete)
                    await world.Post(Post(author, step), new($"author-{author}"));
                if (act.Deed is > Deed.Post and < Deed.Delete && !(without && isOverturned))
                    decisions[(author, step)] = (await world.Decide(
                        new(Post(author, step)), act.Deed switch { Deed.Withhold => "rec-tobacco-vaping", Deed.Copy => "rec-unoriginal", Deed.Suggest => "rec-suggestive", _ => "spam" },
                        act.Deed is Deed.Breach ? Finding.Violates : Finding.NotRecommendable)).Id;
                if (act.Deed is Deed.Delete && scripts[author][act.On].Deed < Deed.Delete)
                    await world.Do(World.Platform, new DeleteContent(new(Post(author, act.On)), world.Clock.GetUtcNow(), DeletedBy.Author));
                if (act.Deed is Deed.Overturn && !without && decisions.Remove((author, act.On), out var decision))
                    await world.Do(World.Lead, new OverturnDecision(decision, "It was wrong.", "lead"));
            }

            if (look is not null)
                await look();
            world.Clock.Pass(TimeSpan.FromDays(9));
        }
    }

    private static string Post(int author, int step) => $"post-{author}-{step}";

    private static string Standing(World world, int author, DateTimeOffset at, DateTimeOffset known) => string.Join(' ', world.Read(db => db.Outcomes
        .On(SubjectRef.Of(new AccountId($"author-{author}"))).ToList())
        .Where(x => x.Kind is OutcomeKind.NotRecommended && x.ForRanking().IsInForce(at, known)).Select(x => x.Ground).Distinct().Order(StringComparer.Ordinal));
}
