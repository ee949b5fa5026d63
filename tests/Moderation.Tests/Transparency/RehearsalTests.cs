using System.Text.Json.Nodes;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public abstract class InARehearsal : InAWorld
{
    protected static DateTimeOffset Ever { get; } = DateTimeOffset.UnixEpoch;

    /// <summary>Spam is no longer removed but shown lower, and costs no strike.</summary>
    protected static string MilderOnSpam { get; } = ShippedRulebook.With(x => x.Guideline("spam")["outcomes"] = new JsonArray(
        new JsonObject { ["kind"] = "demoted", ["on"] = "content", ["weight"] = 0.4, ["surfaces"] = new JsonArray("feed", "stories") }));

    protected async Task<RunId> Rehearse(string json)
    {
        var run = await world.Do(World.PolicyManager, new RehearseRulebook(json, null, Ever, Now.AddTicks(1)));
        await world.Work(run);
        return run;
    }
}

public sealed class RehearseRulebookTests : InARehearsal
{
    [Fact]
    public async Task A_rehearsal_changes_nothing_but_what_it_says()
    {
        await world.Decide(await world.Post(), "spam");
        var before = Standing();

        await Rehearse(MilderOnSpam);

        Assert.Equal(before, Standing());
        Assert.Empty(world.Read(db => db.Outcomes.Where(x => x.EndedAt != null || x.ByRulebook != null).ToList()));
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_not_rehearsed() => Assert.Equal("rulebook.appealWindowTooShort", (await world.Refuse(
        World.PolicyManager, new RehearseRulebook(ShippedRulebook.With(x => x.Windows["appealMonths"] = 5), null, Ever, Now))).Code);

    [Fact]
    public async Task A_version_that_is_not_there_is_not_rehearsed() => Assert.Equal(
        GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new RehearseRulebook(null, 99, Ever, Now)));

    [Fact]
    public async Task One_file_or_one_version_and_a_period_that_ends_after_it_begins()
    {
        Assert.Equal(["json"], FieldsOf(await world.Refuse(World.PolicyManager, new RehearseRulebook(null, null, Ever, Now))));
        Assert.Equal(["json"], FieldsOf(await world.Refuse(World.PolicyManager, new RehearseRulebook("{}", 1, Ever, Now))));
        Assert.Equal(["until"], FieldsOf(await world.Refuse(World.PolicyManager, new RehearseRulebook(null, 1, Now, Now))));
    }

    private string Standing() => world.Read(db => string.Join('\n', db.Outcomes.OrderBy(x => x.Id).Select(x => $"{x.Id} {x.Kind} {x.From} {x.Until}")));
}

public sealed class RehearsalReportTests : InARehearsal
{
    [Fact]
    public async Task The_rulebook_in_force_would_change_nothing()
    {
        await world.Decide(await world.Post(), "spam");
        await Strikes(3);

        var report = await Report(await Rehearse(RulebookFile.Shipped));

        Assert.Equal((RunState.Done, 4, 4, 0, 0, 0), (report.State, report.Total, report.Looked, report.Differ, report.Steps, report.Accounts));
        Assert.All(report.ByOutcome, x => Assert.Equal(x.Now, x.Draft));
    }

    [Fact]
    public async Task It_says_what_would_be_softer_by_guideline_language_country_and_size()
    {
        await world.Do(World.Platform, new PutAccount(World.Author, "author", FollowerCount: 12_000, Country: "NL", Language: "nl"));
        var item = await world.Do(World.Platform, new PutContent(new("one"), World.Author, ContentKind.Post, Now, Text: "Buy."));
        await world.Decide(item.Id, "spam");
        await world.Decide(await world.Post("two", new("other")), "fraud");

        var report = await Report(await Rehearse(MilderOnSpam));

        Assert.Equal((2, 1, 0, 1, 1), (report.Looked, report.Differ, report.Harder, report.Softer, report.Accounts));
        Assert.Equal(new("spam", 2, 1), report.ByGuideline[0]);
        Assert.Equal(new("nl", 2, 1), report.ByLanguage[0]);
        Assert.Equal(new("NL", 2, 1), report.ByCountry[0]);
        Assert.Contains(new("10000", 2, 1), report.BySize);
        Assert.Contains(new("Removed", 2, 1), report.ByOutcome);
        Assert.Contains(new("Demoted", 0, 1), report.ByOutcome);
    }

    [Fact]
    public async Task What_a_person_chose_otherwise_or_took_back_in_part_stays_as_it_is()
    {
        await world.Decide(await world.Post("one"), "spam", outcomes: [new(OutcomeKind.Covered)]);
        var half = await world.Decide(await world.Post("two", new("other")), "spam");
        await world.Rule(await world.Appeal(half.Id, new("other")), Ruling.PartlyOverturned, [OutcomeKind.Strike]);

        Assert.Equal((2, 0), await Report(await Rehearse(MilderOnSpam)) is var report ? (report.Looked, report.Differ) : default);
    }

    [Fact]
    public async Task A_rehearsal_that_is_not_there_says_so() =>
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.PolicyManager, new RehearsalReport(new(Guid.NewGuid()))));

    private Task<RehearsalReport.Answer> Report(RunId run) => world.Do(World.PolicyManager, new RehearsalReport(run));
}

public sealed class RehearsalAccountsTests : InARehearsal
{
    [Fact]
    public async Task Those_with_the_most_followers_come_first_and_each_comes_once()
    {
        foreach (var (id, followers) in new[] { ("a", 5), ("b", 700), ("c", 5), ("d", 30) })
        {
            await world.Decide(await world.Post($"of-{id}", new(id)), "spam");
            await world.Do(World.Platform, new PutAccount(new(id), id, FollowerCount: followers));
        }

        var run = await Rehearse(MilderOnSpam);
        var first = await world.Do(World.PolicyManager, new RehearsalAccounts(run, Take: 3));
        var rest = await world.Do(World.PolicyManager, new RehearsalAccounts(run, first.Next, Take: 3));

        Assert.Equal(["b", "d", "a", "c"], first.Rows.Concat(rest.Rows).Select(x => x.Account.Value));
        Assert.Null(rest.Next);
        Assert.All(first.Rows, x => Assert.Equal((0, 1, 0), (x.Harder, x.Softer, x.Otherwise)));
        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Strike], first.Rows[0].Ends);
        Assert.Equal([OutcomeKind.Demoted], first.Rows[0].Begins);
    }
}
