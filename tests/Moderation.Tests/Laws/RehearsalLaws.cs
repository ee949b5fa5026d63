using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Storage;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

/// <summary>A rehearsal says what applying would do: whom it touches, what ends for them, what begins, no more and no less.</summary>
public sealed class RehearsalLaws : IAsyncLifetime
{
    private const int Authors = 20;
    private const int Steps = 9;

    private static readonly Dictionary<string, Action<JsonObject>> Drafts = new()
    {
        ["nothing changes"] = _ => { },
        ["spam is only shown lower"] = x => x.Guideline("spam")["outcomes"] = new JsonArray(Outcome("demoted", "content", ("weight", 0.4))),
        ["bullying counts for three"] = x => x.Guideline("bullying")["strikeWeight"] = 3,
        ["one breach by fraud costs the account"] = x => x.Guideline("fraud")["oneStrike"] = true,
        ["gore is removed and costs a strike"] = x =>
            x.Guideline("graphic-content")["outcomes"] = new JsonArray(Outcome("removed", "content"), Outcome("strike", "author")),
        ["another ladder"] = x => x["ladder"] = "twitch",
        ["the second strike suspends for a year"] = x => x.Ladder("meta-2023")["steps"]![1]!["outcomes"] =
            new JsonArray(Outcome("suspended", "author", ("days", 365))),
        ["strikes lapse after a month"] = x => x.Ladder("meta-2023")["strikeExpiryDays"] =
            new JsonObject { ["low"] = 30, ["medium"] = 30, ["high"] = 30, ["severe"] = 30 },
        ["clickbait weighs less"] = x => x.Guideline("rec-clickbait")["outcomes"]!.AsArray().Single(y => (string)y!["kind"]! == "demoted")!["weight"] = 0.25,
        ["what is false is only labelled"] = x => (x.Rating("false")["cover"], x.Rating("false")["outcomes"]) = (false, new JsonArray()),
        ["what is altered weighs less"] = x => x.Rating("altered")["outcomes"]!.AsArray().Single(y => (string)y!["kind"]! == "demoted")!["weight"] = 0.1,
        ["what is partly false counts for a year, everywhere"] = x => x.Rating("partlyFalse")["where"] = new JsonArray(new JsonObject { ["until"] = "2027-06-01" }),
        ["nothing is said of satire"] = x => x.Rating("satire").Remove("label"),
        ["missing context was not said until lately"] = x => x.Rating("missingContext")["where"] = new JsonArray(new JsonObject { ["until"] = "2026-01-02" }),
        ["a lower floor"] = x => x["combinedWeightFloor"] = 0.02,
        ["three ratings make a repetition"] = x => x["misinformationLadder"]!.AsObject().Step(2)["strikes"] = 3,
        ["ratings count for twelve days"] = x => x["misinformationLadder"]!["strikeExpiryDays"] =
            new JsonObject { ["low"] = 12, ["medium"] = 12, ["high"] = 12, ["severe"] = 12 },
        ["partly false counts to repeat"] = x => x.Rating("partlyFalse")["countsToRepeat"] = true,
        ["false does not count to repeat"] = x => x.Rating("false")["countsToRepeat"] = false,
        ["who repeats is lowered more"] = x => x["misinformationLadder"]!.AsObject().Step(2).First("outcomes")["weight"] = 0.25,
        ["false is lowered more"] = x => x.Rating("false").First("outcomes")["weight"] = 0.1,
    };

    private static readonly Script[] Scripts = Draw();

    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Rehearsing_a_draft_is_applying_it_to_a_copy()
    {
        world.GoLive(Draft(_ => { }));
        await new History(world, Scripts).Play();
        await RatedHistory.Play(world, Authors);
        await Dispute(world);
        var touched = new Dictionary<string, int>();
        foreach (var (name, change) in Drafts)
        {
            var draft = Draft(change);
            var rehearsed = await Rehearse(draft);
            var copy = await world.Copy();
            try
            {
                await Apply(copy, draft);
                Assert.Equal([name, .. Changes(copy)], [name, .. rehearsed]);
                // New rules answer no checker's dispute, and close none whose rating still counts.
                Assert.Equal(Disputes(world), Disputes(copy));
                touched[name] = rehearsed.Count;
            }
            finally
            {
                await copy.DisposeAsync();
            }
        }

        // Else the two would be alike for want of anything to compare.
        Assert.All(touched, x => Assert.Equal(x.Key == "nothing changes", x.Value == 0));
    }

    // Steps that last, so that some are in force when newer rules are applied.
    private static string Draft(Action<JsonObject> change) => ShippedRulebook.With(x =>
    {
        foreach (var step in x.Ladder("meta-2023")["steps"]!.AsArray().Skip(1))
            step!["outcomes"]![0]!["days"] = 90;
        change(x);
    });

    private async Task<List<string>> Rehearse(string draft)
    {
        var run = await world.Do(World.PolicyManager, new RehearseRulebook(draft, null, DateTimeOffset.UnixEpoch, world.Clock.GetUtcNow().AddTicks(1)));
        await world.Work(run);
        var accounts = new List<RehearsalAccounts.Row>();
        for (RehearsalAccounts.Place? after = null; ;)
        {
            var page = await world.Do(World.PolicyManager, new RehearsalAccounts(run, after, 7));
            accounts.AddRange(page.Rows);
            if ((after = page.Next) is null)
                break;
        }

        var report = await world.Do(World.PolicyManager, new RehearsalReport(run));
        Assert.Equal(accounts.Count, report.Accounts);
        return [.. accounts.OrderBy(x => x.Account.Value, StringComparer.Ordinal).Select(x => Line(x.Account.Value, x.Ends, x.Begins))];
    }

    private static async Task Apply(World world, string draft)
    {
        var version = world.GoLive(draft);
        var run = await world.Do(World.PolicyManager, new ApplyRulebook(version, DateTimeOffset.UnixEpoch, world.Clock.GetUtcNow().AddTicks(1), "New rules."));
        await world.Do(World.OtherPolicyManager, new AgreeToRun(run));
        await world.Work(run);
    }

    // What was in force on each person before, and is not any more, or the other way round.
    private IEnumerable<string> Changes(World copy)
    {
        var (before, after) = (InForce(world), InForce(copy));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(x => (Account: x, Ends: Without(before, after, x), Begins: Without(after, before, x)))
            .Where(x => x.Ends.Count + x.Begins.Count > 0)
            .Select(x => Line(x.Account, x.Ends, x.Begins));
    }

    private static List<OutcomeKind> Without(Dictionary<string, List<(OutcomeKind Kind, string How)>> some, Dictionary<string, List<(OutcomeKind Kind, string How)>> others, string account)
    {
        var rest = some.GetValueOrDefault(account, []).ToList();
        foreach (var other in others.GetValueOrDefault(account, []))
            rest.Remove(other);
        return [.. rest.Select(x => x.Kind)];
    }

    private static Dictionary<string, List<(OutcomeKind Kind, string How)>> InForce(World world)
    {
        var now = world.Clock.GetUtcNow();
        return world.Read(db => (from decision in db.Set<Decision>().AsNoTracking() join outcome in db.Outcomes.AsNoTracking() on decision.Id equals outcome.DecisionId select new { decision.AuthorId, outcome }).ToList())
            .Where(x => x.outcome.IsInForce(now))
            .GroupBy(x => x.AuthorId.Value)
            .ToDictionary(x => x.Key, x => x.Select(y => (y.outcome.Kind,
                $"{y.outcome.Subject} {y.outcome.Surfaces} {y.outcome.Weight} {(y.outcome.Kind is OutcomeKind.Demoted ? y.outcome.Floor : 0)} {y.outcome.Audience} {y.outcome.Until:O} {y.outcome.StrikeWeight} {y.outcome.IsOneStrike} {string.Join(',', y.outcome.Features)}")).ToList());
    }

    // Whoever still can.
    private static async Task Dispute(World world)
    {
        foreach (var rated in world.Read(db => db.Set<Decision>().AsNoTracking().Where(x => x.FactCheckId != null && x.OverturnedAt == null).ToList()))
            await world.Run(new Actor.Member(rated.AuthorId), new FileDispute(rated.Id, rated.AuthorId, "It is true."));
        Assert.True(world.Read(db => db.Disputes.Open.Count()) > 5);
    }

    private static List<string> Disputes(World world) => world.Read(db => db.Disputes.AsNoTracking().OrderBy(x => x.Id).Select(x => $"{x.Id} {x.DecisionId} {x.State} {x.ClosedAt}").ToList());

    private static string Line(string account, IEnumerable<OutcomeKind> ends, IEnumerable<OutcomeKind> begins) =>
        $"{account}: {string.Join(',', ends.Distinct().Order())} > {string.Join(',', begins.Distinct().Order())}";

    private static JsonObject Outcome(string kind, string on, params (string Field, double Value)[] more)
    {
        var outcome = new JsonObject { ["kind"] = kind, ["on"] = on };
        foreach (var (field, value) in more)
            outcome[field] = field is "days" ? (int)value : value;
        return outcome;
    }

    private static Script[] Draw()
    {
        var chance = new Random(20230223);
        return [.. Enumerable.Range(0, Authors).Select(x => Script.Draw(x, Steps, chance))];
    }
}
