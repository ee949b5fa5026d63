using System.Text;
using Microsoft.Data.Sqlite;
using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Ranking;
using Moderation.Reports;

namespace Moderation.Tests.Activity;

public sealed class TellInteractionsTests : InAWorld
{
    private InteractionTold Like => new(new("viewer"), new("post-1"), InteractionKind.Like, Now, Surface: Surface.Feed, Device: "phone-of-viewer");

    [Fact]
    public async Task Told_again_it_is_a_duplicate_and_changes_nothing()
    {
        Assert.Equal(new(1, 0), await Tell(Like));
        var before = world.Fingerprint();

        Assert.Equal(new(0, 2), await Tell(Like, Like));
        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task What_lasts_is_one_row_and_what_happens_is_one_each_time()
    {
        var comment = Like with { Kind = InteractionKind.Comment };
        await Tell(Like with { At = Now.AddMinutes(-5) }, Like, comment, comment with { At = Now.AddMinutes(-1) });

        Assert.Equal(
            [(InteractionKind.Like, Now), (InteractionKind.Comment, Now.AddMinutes(-1)), (InteractionKind.Comment, Now)],
            Rows().Select(x => (x.Kind, DateTimeOffset.FromUnixTimeMilliseconds(x.At))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_latest_instant_wins_whichever_comes_first(bool isUndoingFirst)
    {
        InteractionTold[] told = [Like with { At = Now.AddHours(-1) }, Like with { Undone = true }];
        foreach (var one in isUndoingFirst ? told.Reverse() : told)
            await Tell(one);

        Assert.True(Assert.Single(Rows()).IsUndone);
    }

    [Fact]
    public async Task Taking_a_comment_back_takes_nothing_away_that_happened()
    {
        var comment = Like with { Kind = InteractionKind.Comment };
        await Tell(comment with { At = Now.AddHours(-2) }, comment with { Undone = true, At = Now.AddHours(-1) }, comment);

        Assert.Equal([false, true, false], Rows().Select(x => x.IsUndone));
        Assert.Equal(2, world.Read(db => db.Interactions.Engaging.Count()));
    }

    [Fact]
    public async Task A_device_is_known_by_a_keyed_hash_alone()
    {
        await Tell(Like, Like with { Viewer = new("other") }, Like with { Viewer = new("third"), Device = "another" }, Like with { Kind = InteractionKind.View });

        var devices = Rows().ToLookup(x => x.Kind, x => x.Device);
        Assert.Equal(2, devices[InteractionKind.Like].Distinct().Count());
        Assert.DoesNotContain(0, devices[InteractionKind.Like]);
        Assert.Equal([0], devices[InteractionKind.View]);
        Assert.DoesNotContain("phone-of-viewer", await Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_happened_yet_is_refused_and_what_is_too_old_is_left_aside()
    {
        Assert.Equal(ActivityErrors.InFuture, await world.Refuse(World.Platform, new TellInteractions([Like, Like with { At = Now + ActivityIntake.Ahead + TimeSpan.FromSeconds(1) }])));
        Assert.Equal(new(0, 1), await Tell(Like with { At = Now.AddDays(-91) }));
        Assert.Equal(new(1, 0), await Tell(Like with { At = Now + ActivityIntake.Ahead }));
    }

    [Fact]
    public async Task What_goes_with_an_account_stays_away()
    {
        await world.Do(World.Platform, new PutAccount(new("viewer"), "viewer"));
        await Tell(Like, Like with { Viewer = new("other") });
        await world.Do(World.Platform, new TellFollows([new(new("viewer"), new("other"), Now), new(new("other"), new("viewer"), Now), new(new("other"), new("third"), Now)]));
        await world.Do(World.Platform, new TellViewerChoices([new(new("viewer"), ViewerChoiceKind.Mute, Now, "other"), new(new("other"), ViewerChoiceKind.Mute, Now, "viewer")]));

        await world.Do(World.Platform, new DeleteAccount(new("viewer"), Now, DeletedBy.Author, Erase: true));

        Assert.Equal((1, 1, 0), world.Read(db => (db.Interactions.Count(), db.Follows.Count(), db.ViewerChoices.Count())));
        Assert.Equal(new(0, 1), await Tell(Like));
        Assert.Equal(new(0, 1), await world.Do(World.Platform, new TellFollows([new(new("third"), new("viewer"), Now)])));
    }

    [Fact]
    public async Task An_import_takes_activity_between_other_lines()
    {
        var answer = await world.Do(World.Platform, new ImportLines(
        [
            """{"interaction": {"viewer": "viewer", "content": "post-1", "kind": "watchThrough", "value": 0.5, "at": "2026-01-01T12:00:00Z"}}""",
            """{"account": {"id": "viewer", "handle": "viewer"}}""",
            """{"follow": {"from": "viewer", "to": "other", "at": "2026-01-01T12:00:00Z", "undone": true}}""",
            """{"follow": {"from": "viewer", "to": "other", "at": "2026-01-01T11:00:00Z"}}""",
            """{"viewerChoice": {"viewer": "viewer", "choice": "sensitivity", "setting": "less", "at": "2026-01-01T12:00:00Z"}}""",
            """{"interaction": {"viewer": "viewer", "content": "post-1", "kind": "poke", "at": "2026-01-01T12:00:00Z"}}""",
            """{"interaction": {"viewer": "viewer", "content": " ", "kind": "like", "at": "2026-01-01T12:00:00Z"}}""",
            """{"follow": {"from": "viewer", "to": "other", "at": "2027-01-01T12:00:00Z"}}""",
        ]));

        Assert.Equal((4, 1), (answer.Accepted, answer.Duplicates));
        Assert.Equal([(5, "import.unreadable"), (6, "request.invalid"), (7, "activity.inFuture")], answer.Rejected.Select(x => (x.Index, x.Code)));
        Assert.Equal(FactState.Undone, world.Read(db => db.Follows.Single().State));
    }

    [Fact]
    public async Task Each_is_looked_at_and_there_are_a_thousand_at_most()
    {
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellInteractions([]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellInteractions([.. Enumerable.Repeat(Like, 1001)]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellInteractions([Like with { Value = -1 }]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellInteractions([Like with { Device = "" }]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellInteractions([Like, null!]))));
    }

    private List<Interaction> Rows() => world.Read(db => db.Interactions.OrderBy(x => x.Kind).ThenBy(x => x.At).ToList());

    private Task<ActivityTaken> Tell(params InteractionTold[] told) => world.Do(World.Platform, new TellInteractions(told));

    private async Task<string> Everything()
    {
        await using (var open = new SqliteConnection(world.ConnectionString))
        {
            await open.OpenAsync();
            await using var checkpoint = open.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
        }

        await using var file = new FileStream(new SqliteConnectionStringBuilder(world.ConnectionString).DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
