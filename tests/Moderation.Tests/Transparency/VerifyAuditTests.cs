using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Transparency;
using static Moderation.Transparency.VerifyAudit;

namespace Moderation.Tests.Transparency;

/// <summary>Each kind of tampering is done on the file itself, and named.</summary>
public sealed class VerifyAuditTests : InAWorld
{
    [Fact]
    public async Task What_nobody_touched_is_sound_and_the_unsealed_are_counted()
    {
        await Blocks(3);
        await world.Decide(await world.Post("late"));

        var answer = await world.Do(World.Admin, new VerifyAudit());
        Assert.Equal((true, 3L, 3L, null), (answer.IsSound, answer.Blocks, answer.Last, answer.Next));
        Assert.True(answer.Unsealed > 0);
        Assert.Equal(world.Read(db => db.Set<AuditEntry>().Count(x => x.Block != null)), answer.Entries);
    }

    [Theory]
    [InlineData("Actor = 'staff:nobody'")]
    [InlineData("Subjects = 'Content:other'")]
    [InlineData("At = At + 1")]
    [InlineData("Seal = 'ab'")]
    public async Task A_changed_entry_is_named(string change)
    {
        await Blocks(3);
        var (id, place) = Entry(2, 1);
        Sql($"UPDATE AuditEntries SET {change} WHERE Block = 2 AND Place = 1");
        Assert.Equal(new Fault(FaultKind.Tampered, 2, place, id), Assert.Single(await Faults()));
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        await Blocks(3);
        var (id, place) = Entry(2, 0);
        Sql("DELETE FROM AuditEntries WHERE Block = 2 AND Place = 0");
        Assert.Equal(new Fault(FaultKind.Missing, 2, place, id), Assert.Single(await Faults()));
    }

    [Fact]
    public async Task Entries_that_changed_places_are_named()
    {
        await Blocks(2);
        var (first, second) = (Entry(2, 0), Entry(2, 1));
        Sql("UPDATE AuditEntries SET Place = 1 - Place WHERE Block = 2 AND Place < 2");
        Assert.Equal([new(FaultKind.Reordered, 2, 0, first.Id), new(FaultKind.Reordered, 2, 1, second.Id)], await Faults());
    }

    [Fact]
    public async Task An_entry_put_in_later_is_named()
    {
        await Blocks(2);
        Sql("""
            INSERT INTO AuditEntries (Id, At, Actor, Act, Refused, Subjects, Digest, Block, Place, Seal, Version)
            SELECT X'00000000000000000000000000000001', At, Actor, Act, Refused, Subjects, Digest, Block, Place, Seal, Version FROM AuditEntries WHERE Block = 2 AND Place = 0
            """);
        var fault = Assert.Single(await Faults());
        Assert.Equal((FaultKind.Added, 2L, Guid.Parse("00000000-0000-0000-0000-000000000001")), (fault.Kind, fault.Block, fault.Entry!.Value));
    }

    [Fact]
    public async Task A_block_that_was_altered_or_is_gone_is_named()
    {
        await Blocks(4);
        Sql("UPDATE AuditBlocks SET SealedAt = SealedAt + 1 WHERE Number = 2");
        Sql("DELETE FROM AuditBlocks WHERE Number = 3");
        Assert.Equal([new(FaultKind.BlockAltered, 2, null, null), new(FaultKind.Missing, 3, null, null)], await Faults());
    }

    [Fact]
    public async Task A_whole_block_that_was_sealed_anew_breaks_the_next()
    {
        await Blocks(3);
        Sql("UPDATE AuditBlocks SET Hash = 'aa', Leaves = (SELECT Leaves FROM AuditBlocks WHERE Number = 2) WHERE Number = 2");
        Assert.Equal([new(FaultKind.BlockAltered, 2, null, null), new(FaultKind.BlockAltered, 3, null, null)], await Faults());
    }

    [Fact]
    public async Task Last_blocks_that_are_gone_are_missed_with_all_in_them()
    {
        await Blocks(4);
        Sql("DELETE FROM AuditEntries WHERE Block >= 3");
        Sql("DELETE FROM AuditBlocks WHERE Number >= 3");
        Assert.Equal([new(FaultKind.TailMissing, 3, null, null), new(FaultKind.TailMissing, 4, null, null)], await Faults());
    }

    [Fact]
    public async Task An_entry_that_comes_late_with_an_older_id_is_sealed_later_and_that_is_sound()
    {
        await Blocks(1);
        Sql("""
            INSERT INTO AuditEntries (Id, At, Actor, Act, Refused, Subjects, Digest, Version)
            SELECT X'00000000000000000000000000000001', At, Actor, Act, Refused, Subjects, Digest, Version FROM AuditEntries WHERE Block = 1 AND Place = 0
            """);
        await Seal();
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Blocks_from_before_entries_had_places_verify_by_their_old_hash()
    {
        await Blocks(1);
        var entries = world.Read(db => db.Set<AuditEntry>().AsNoTracking().Where(x => x.Block == 1).OrderBy(x => x.Id).ToList());
        var old = AuditBlock.OldHashOf(1, "", entries);
        Sql("UPDATE AuditEntries SET Place = NULL, Seal = NULL");
        Sql($"UPDATE AuditBlocks SET Leaves = NULL, Hash = '{old}'");
        await Blocks(1);
        Assert.Empty(await Faults());

        Sql("UPDATE AuditEntries SET Actor = 'staff:nobody' WHERE Block = 1");
        Assert.Equal(new Fault(FaultKind.BlockAltered, 1, null, null), Assert.Single(await Faults()));
    }

    [Fact]
    public async Task It_can_be_asked_a_little_at_a_time()
    {
        await Blocks(3);
        Sql("DELETE FROM AuditEntries WHERE Block = 3 AND Place = 0");
        var first = await world.Do(World.Product, new VerifyAudit(0, 2));
        Assert.Equal((2L, 2L, true), (first.Blocks, first.Next, first.IsSound));
        var rest = await world.Do(World.Product, new VerifyAudit(first.Next!.Value));
        Assert.Equal((1L, null, 1), (rest.Blocks, rest.Next, rest.Faults.Count));
    }

    private async Task<IReadOnlyList<Fault>> Faults() => (await world.Do(World.Admin, new VerifyAudit())).Faults;

    private (Guid Id, int? Place) Entry(long block, int place) =>
        world.Read(db => db.Set<AuditEntry>().Where(x => x.Block == block && x.Place == place).AsEnumerable().Select(x => (x.Id.Value, x.Place)).Single());

#pragma warning disable EF1002 // Written here, by nobody else.
    private void Sql(string sql) => world.Read(db => db.Database.ExecuteSqlRaw(sql));
#pragma warning restore EF1002

    private int posts;

    private async Task Blocks(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await world.Decide(await world.Post($"post-{posts++}"));
            await Seal();
        }
    }

    private async Task Seal()
    {
        while (await world.Do(World.Product, new SealAudit()) > 0)
        {
        }
    }
}
