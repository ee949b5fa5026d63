using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

public sealed class BankEntriesTests : InABank
{
    [Fact]
    public async Task The_newest_first_a_page_at_a_time()
    {
        var bank = await Bank();
        await Add(bank, [.. Enumerable.Range(0, BankEntries.Page + 1).Select(x => Hashes.Made(new Random(x)).ToString())]);
        var first = await world.Do(World.Moderator, new BankEntries(bank));
        Assert.Equal((BankEntries.Page, true, BankEntries.Page + 1), (first.Rows.Count, first.IsMore, first.Rows[0].Number));
        var last = await world.Do(World.Moderator, new BankEntries(bank, first.Rows[^1].Number));
        Assert.Equal((1, false, 1), (last.Rows.Count, last.IsMore, last.Rows[0].Number));
    }

    [Fact]
    public async Task What_was_taken_out_is_told_to_who_asks_for_it()
    {
        var bank = await Bank();
        await Add(bank, [Photo]);
        await world.Do(World.Lead, new RemoveFromBank(bank, 1, "It is art."));
        Assert.Empty((await world.Do(World.Moderator, new BankEntries(bank))).Rows);
        var row = Assert.Single((await world.Do(World.Moderator, new BankEntries(bank, Removed: true))).Rows);
        Assert.Equal((BankMark.Picture, Photo, "stilt", "osprey", "It is art.", "Known since spring."), (row.Kind, row.Mark, row.By, row.RemovedBy, row.RemovedBecause, row.Note));
    }

    [Fact]
    public async Task A_digest_made_in_a_way_that_is_used_no_more_finds_nothing_and_says_so()
    {
        var bank = await Bank();
        await Add(bank, texts: [Words]);
        world.Read(db => db.BankEntries.ExecuteUpdate(x => x.SetProperty(e => e.Way, PlainText.Way - 1)));
        await Show("post", Words);
        Assert.Null(OnlySignal("post"));
        Assert.True(Assert.Single((await world.Do(World.Moderator, new BankEntries(bank))).Rows).IsOutdated);
        Assert.Equal(1, (await Add(bank, texts: [Words])).Added);
    }

    [Fact]
    public async Task A_restricted_bank_is_not_there_for_others()
    {
        var bank = await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety);
        Assert.Equal(DetectionErrors.UnknownBank, await world.Refuse(World.Moderator, new BankEntries(bank)));
        Assert.Empty((await world.Do(World.ChildSafety, new BankEntries(bank))).Rows);
    }
}
