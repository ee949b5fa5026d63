using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

public sealed class AddToBankTests : InABank
{
    [Fact]
    public async Task Each_is_there_once_and_texts_are_not_kept()
    {
        var bank = await Bank();
        Assert.Equal(new(2, 0, 2), await Add(bank, [Photo, Photo.ToUpperInvariant()], [Words]));
        Assert.Equal(new(1, 2, 3), await Add(bank, [Photo, new string('c', 64)], ["SEND any amount to my address, and I return it twice"]));
        Assert.Equal(new(0, 2, 3), await Add(bank, [Photo], [Words]));
        Assert.Equal((2, 1, 3), world.Read(db => (db.Banks.Single().Pictures, db.Banks.Single().Texts, db.Banks.Single().LastNumber)));
        Assert.DoesNotContain("amount", string.Concat(world.Read(db => db.BankEntries.Select(x => x.Mark).ToList())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_match_everything_is_refused_with_all_beside_it()
    {
        var bank = await Bank();
        var plain = new string('0', 64);
        Assert.Equal(DetectionErrors.PlainHash(plain), await world.Refuse(World.Lead, new AddToBank(bank, [Photo, plain])));
        Assert.Equal(DetectionErrors.ShortText(1), await world.Refuse(World.Lead, new AddToBank(bank, null, [Words, "Oh, no!"])));
        Assert.Equal(DetectionErrors.ShortText(0), await world.Refuse(World.Lead, new AddToBank(bank, null, [string.Concat(Enumerable.Repeat(Words, 1000))])));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var bank = await Bank();
        Assert.Equal(["pdqHashes"], FieldsOf(await world.Refuse(World.Lead, new AddToBank(bank))));
        Assert.Equal(["pdqHashes[0]"], FieldsOf(await world.Refuse(World.Lead, new AddToBank(bank, ["zz"]))));
        Assert.Equal(["pdqHashes"], FieldsOf(await world.Refuse(World.Lead, new AddToBank(bank, [.. Enumerable.Range(0, AddToBank.Most + 1).Select(x => Hashes.Made(new Random(x)).ToString())]))));
        Assert.Equal(DetectionErrors.UnknownBank, await world.Refuse(World.Lead, new AddToBank("no-such", [Photo])));
    }

    [Fact]
    public async Task Only_who_keeps_the_bank_may()
    {
        var (open, restricted) = (await Bank(), await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety));
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.ChildSafety, new AddToBank(open, [Photo])));
        Assert.Equal(DetectionErrors.UnknownBank, await world.Refuse(World.Lead, new AddToBank(restricted, [Photo])));
        Assert.Equal(1, (await Add(restricted, [Photo], by: World.ChildSafety)).Added);
    }

    [Fact]
    public async Task Two_at_once_are_both_there()
    {
        var bank = await Bank();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(x => Add(bank, [Hashes.Made(new Random(x)).ToString(), Photo])));
        Assert.Equal((9, 9), world.Read(db => (db.Banks.Single().Pictures, db.BankEntries.Count())));
    }
}
