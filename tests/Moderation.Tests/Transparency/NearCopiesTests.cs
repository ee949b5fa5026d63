using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Tests.Content;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class NearCopiesTests : InAWorld
{
    private const string Words = "Send any amount to the address in my profile and I return it twice within the hour.";

    [Fact]
    public async Task What_became_of_each_is_said_the_most_alike_first()
    {
        await world.Decide(await world.Post("removed", new("one"), Words));
        await world.Decide(await world.Post("allowed", new("two"), Words + " Really"), finding: Finding.DoesNotViolate);
        var open = await Report(await world.Post("open", new("three"), Words + " Only today"));
        await world.Post("untouched", new("four"), Words + " Only today 100 %");
        await world.Post("unlike", new("five"), "Come to our tombola on Saturday afternoon, all the prizes are home made.");

        var copies = await Ask(await Report(await world.Post(text: Words)));
        Assert.Equal(["removed", "allowed", "open", "untouched"], copies.Rows.Select(x => x.Content.Value));
        Assert.Equal((4, false), (copies.Count, copies.IsMore));
        Assert.Equal((Finding.Violates, "fraud", "one", 1.0), (copies.Rows[0].Finding, copies.Rows[0].Guideline, copies.Rows[0].Handle, copies.Rows[0].Likeness));
        Assert.Contains(copies.Rows[0].Outcomes, x => x.Kind is OutcomeKind.Removed);
        Assert.Equal((Finding.DoesNotViolate, null), (copies.Rows[1].Finding, copies.Rows[1].Case));
        Assert.Equal((null, open), (copies.Rows[2].Finding, copies.Rows[2].Case));
        Assert.Equal((null, null), (copies.Rows[3].Finding, copies.Rows[3].Case));
        Assert.All(copies.Rows, x => Assert.InRange(x.Likeness, Likeness.NearlyTheSame, 1));
    }

    [Fact]
    public async Task The_same_picture_is_a_copy_whatever_is_written_under_it()
    {
        await Picture("one", "Look at this", new string('c', 64));
        await Picture("other", "Look at that", new string('d', 64));
        var asked = await Picture("post-1", null, new string('C', 64));

        var copy = Assert.Single((await Ask(await Report(asked))).Rows);
        Assert.Equal(("one", true, 0.0, 0), (copy.Content.Value, copy.SameMedia, copy.Likeness, copy.Picture));
    }

    [Fact]
    public async Task A_picture_that_looks_like_it_is_a_copy_up_to_thirty_one_bits_away_and_none_beyond()
    {
        await Picture("far", null, Hashes.Changed(Photo, 32));
        await Picture("last", null, Hashes.Changed(Photo, 31));
        await Picture("near", "Look at that", Hashes.Changed(Photo, 7));
        var asked = await Picture("post-1", "Look at this", Photo);

        var copies = (await Ask(await Report(asked))).Rows;
        Assert.Equal(["last", "near"], copies.Select(x => x.Content.Value).Order());
        Assert.All(copies, x => Assert.True(x.SameMedia));
    }

    [Fact]
    public async Task Plain_and_poor_pictures_look_like_nothing()
    {
        await Picture("plain", null, new string('0', 63) + '1');
        await Picture("poor", null, Photo, quality: 49);
        Assert.Empty((await Ask(await Report(await Picture("post-1", "Look at this", new string('0', 64))))).Rows);
        Assert.Empty((await Ask(await Report(await Picture("post-2", "And at that", Hashes.Changed(Photo, 1))))).Rows);
    }

    [Fact]
    public async Task All_words_of_a_picture_are_sought_in_one_statement_that_neither_scans_nor_sorts()
    {
        var plans = new QueryPlans();
        var logged = new World(plans);
        await logged.InitializeAsync();
        plans.IsOn = true;
        using (var scope = logged.Open())
            await ((ModerationDb)scope.ServiceProvider.GetService(typeof(ModerationDb))!).LookAlikes(PdqHash.TryParse(Photo, out var hash) ? hash : default, default);
        await logged.DisposeAsync();

        var (sql, plan) = Assert.Single(plans.Plans);
        Assert.Contains("SEARCH", plan, StringComparison.Ordinal);
        Assert.Contains("Word=?", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.Equal(1, sql.Split("SELECT").Length - 1);
    }

    [Fact]
    public async Task What_an_item_said_before_is_said_to_be_before()
    {
        await world.Post("edited", new("one"), Words);
        await world.Post("edited", new("one"), "Nothing of the kind was ever said here by anybody at all.");
        var copy = Assert.Single((await Ask(await Report(await world.Post(text: Words)))).Rows);
        Assert.Equal((1, false, Words), (copy.Revision, copy.IsNow, copy.Line));
    }

    [Fact]
    public async Task An_overturned_decision_is_none()
    {
        var decision = await world.Decide(await world.Post("removed", new("one"), Words));
        await world.Do(World.Product, new OverturnDecision(decision.Id, "A mistake.", "host"));
        Assert.Null(Assert.Single((await Ask(await Report(await world.Post(text: Words)))).Rows).Finding);
    }

    [Fact]
    public async Task Sealed_copies_are_there_for_specialists_alone_who_leave_a_trace()
    {
        await Report(await world.Post("sealed", new("one"), Words), "child-safety");
        await world.Decide(await world.Post("judged", new("two"), Words), "child-safety", by: "wren");
        var open = await Report(await world.Post(text: Words));
        Assert.Empty((await Ask(open)).Rows);

        var wren = await Hire("wren", [Role.ChildSafety, Role.Moderator]);
        var seen = await world.Do(wren, new NearCopies(open));
        Assert.Equal(["judged", "sealed"], seen.Rows.Select(x => x.Content.Value).Order());
        Assert.Contains(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(NearCopies)).ToList()), x => x.Subjects.Contains("Content:sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_and_wordless_items_have_none()
    {
        await world.Post("other", new("one"), "...");
        Assert.Empty((await Ask(await Report(await world.Post(text: "…")))).Rows);
    }

    [Fact]
    public async Task Whose_case_it_is_not_to_see_finds_no_case()
    {
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new NearCopies(await RestrictedCase())));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new NearCopies(new(Guid.NewGuid()))));
    }

    [Fact]
    public async Task Of_very_many_the_newest_are_looked_at_and_it_says_there_are_more()
    {
        for (var i = 0; i < Copies.MostAKey + 10; i++)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(1));
            await world.Post($"copy-{i:000}", new($"member-{i}"), Words);
        }

        var copies = await Ask(await Report(await world.Post(text: Words)));
        Assert.Equal((NearCopies.Most, Copies.MostAKey, true), (copies.Rows.Count, copies.Count, copies.IsMore));
        Assert.Equal("copy-069", copies.Rows[0].Content.Value);
    }

    [Fact]
    public async Task Each_number_is_one_seek()
    {
        var log = new CommandLog();
        var logged = new World(log);
        await logged.InitializeAsync();
        await logged.Post(text: Words);
        using (var scope = logged.Open())
        {
            var db = (ModerationDb)scope.ServiceProvider.GetService(typeof(ModerationDb))!;
            var revision = await db.Revisions.SingleAsync();
            log.Clear();
            await new Copies(db).Of(revision, default);
        }

        var plan = Plan(logged.ConnectionString, log.Commands.First());
        await logged.DisposeAsync();
        Assert.Contains(plan, x => x.Contains("SEARCH", StringComparison.Ordinal) && x.Contains("Key=?", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, x => x.StartsWith("SCAN", StringComparison.Ordinal) && x.Contains("SketchKeys", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, x => x.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static List<string> Plan(string connection, string sql)
    {
        using var open = new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // The product's own question.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@\\w+").Select(x => x.Value).Distinct())
            command.Parameters.AddWithValue(name, 1);
        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
            plan.Add(reader.GetString(3));
        return plan;
    }

    private Task<NearCopies.Answer> Ask(CaseId @case) => world.Do(World.Moderator, new NearCopies(@case));

    private const string Photo = Hashes.Photo;

    private async Task<ContentId> Picture(string id, string? text, string hash, int? quality = null) => (await world.Do(World.Platform, new PutContent(
        new(id), new($"author-{id}"), ContentKind.Post, Now, Text: text, Media: [new("m1", MediaKind.Image, "https://pictures.example/1.jpg", PdqHash: hash, PdqQuality: quality)]))).Id;
}
