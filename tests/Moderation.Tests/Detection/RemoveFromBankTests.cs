using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class RemoveFromBankTests : InABank
{
    [Fact]
    public async Task It_goes_stays_told_and_may_come_again()
    {
        var bank = await Bank();
        await Add(bank, [Photo]);
        Assert.Equal(3, (await world.Do(World.Lead, new RemoveFromBank(bank, 1, "It is art."))).Edition);
        Assert.Equal(("It is art.", World.Lead.Id, 0), world.Read(db => (db.BankEntries.Single().RemovedBecause, db.BankEntries.Single().RemovedBy!.Value, db.Banks.Single().Pictures)));

        Assert.Equal(DetectionErrors.UnknownEntry, await world.Refuse(World.Lead, new RemoveFromBank(bank, 1, "Again.")));
        Assert.Equal(1, (await Add(bank, [Photo])).Added);
        await Show("post", null, Photo);
        Assert.NotNull(OnlySignal("post"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var (open, restricted) = (await Bank(), await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety));
        await Add(restricted, [Photo], by: World.ChildSafety);
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, new RemoveFromBank(open, 1, ""))));
        Assert.Equal(DetectionErrors.UnknownEntry, await world.Refuse(World.Lead, new RemoveFromBank(open, 1, "Why.")));
        Assert.Equal(DetectionErrors.UnknownBank, await world.Refuse(World.Lead, new RemoveFromBank(restricted, 1, "Why.")));
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.ChildSafety, new RemoveFromBank(open, 1, "Why.")));
    }
}
