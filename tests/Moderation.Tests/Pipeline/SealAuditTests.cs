using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Pipeline;

public sealed class SealAuditTests : InAWorld
{
    [Fact]
    public async Task Nothing_stays_unsealed_and_the_chain_verifies()
    {
        await world.Decide(await world.Post("one"));
        await Seal();
        await world.Decide(await world.Post("two"));
        await world.Refuse(World.Member, new SealAudit());
        await Seal();

        Assert.False(world.Read(db => db.Set<AuditEntry>().Any(x => x.Block == null)));
        var blocks = Blocks();
        Assert.Equal(["", blocks[0].Hash], blocks.Take(2).Select(x => x.Before));
        Assert.All(blocks, x => Assert.True(x.Covers(In(x))));
        Assert.Equal(0, await world.Do(World.Product, new SealAudit()));
    }

    [Fact]
    public async Task More_than_fits_one_block_is_sealed_in_order_by_the_next()
    {
        world.Read(db =>
        {
            for (var i = 0; i <= SealAudit.MaxEntries; i++)
                db.Add(Entry(i));
            return db.SaveChanges();
        });

        Assert.Equal(SealAudit.MaxEntries, await world.Do(World.Product, new SealAudit()));
        await Seal();
        Assert.False(world.Read(db => db.Set<AuditEntry>().Any(x => x.Block == null)));
        Assert.True(Blocks().Count >= 2);
    }

    [Fact]
    public async Task A_changed_a_deleted_and_a_reordered_entry_are_noticed()
    {
        await world.Decide(await world.Post("one"));
        await world.Decide(await world.Post("two"));
        await Seal();
        var block = Blocks()[^1];
        var entries = In(block);
        Assert.True(block.Covers(entries));

        Assert.False(block.Covers([.. entries.Skip(1)]));
        Assert.False(block.Covers([.. entries.Reverse()]));
        Assert.False(block.Covers([.. entries.SkipLast(1), Entry(0)]));
        world.Read(db => db.Database.ExecuteSql($"UPDATE AuditEntries SET Actor = 'staff:nobody' WHERE Block = {block.Number}"));
        Assert.False(block.Covers(In(block)));
    }

    [Fact]
    public async Task Entries_hold_ids_and_digests_but_no_words_or_names()
    {
        var robin = await Hire("robin", [Role.Moderator]);
        await Report(await world.Post(text: "Words of a member."));
        await world.Do(robin, Decide(robin, await world.Do(robin, new ClaimNextCase(robin.Id))) with { Rationale = "Our reasons." });

        using var connection = new SqliteConnection(world.ConnectionString);
        connection.Open();
        var log = Rows.Of(connection, "AuditEntries");
        Assert.All<string>(["Words of a member", "Our reasons", "the quick"], x => Assert.DoesNotContain(x, log, StringComparison.Ordinal));
        Assert.Contains("staff:robin", log, StringComparison.Ordinal);
        Assert.Contains("Content:post-1", log, StringComparison.Ordinal);
    }

    private async Task Seal()
    {
        while (await world.Do(World.Product, new SealAudit()) > 0)
        {
        }
    }

    private List<AuditBlock> Blocks() => world.Read(db => db.Set<AuditBlock>().OrderBy(x => x.Number).ToList());

    private AuditEntry[] In(AuditBlock block) =>
        world.Read(db => db.Set<AuditEntry>().Where(x => x.Block == block.Number).OrderBy(x => x.Id).ToArray());

    private AuditEntry Entry(int number)
    {
        var call = new Call();
        call.Begin(Actor.Product, new TakeJobLease($"job-{number}", "node"), null);
        return AuditEntry.Of(call, refused: false, [], [1, 2, 3], Now);
    }
}
