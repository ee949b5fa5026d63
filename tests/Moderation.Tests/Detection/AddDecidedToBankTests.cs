using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Detection;

public sealed class AddDecidedToBankTests : InABank
{
    [Fact]
    public async Task What_it_showed_and_said_when_decided_is_taken()
    {
        var bank = await Bank();
        var decision = await world.Decide(await Show("post", Words, Photo, new string('0', 64)));
        await Show("post", "Something else altogether now", new string('c', 64));

        Assert.Equal(2, (await world.Do(World.Lead, new AddDecidedToBank(bank, decision.Id, Note: "Seen often."))).Added);
        Assert.All(world.Read(db => db.BankEntries.ToList()), x => Assert.Equal((new ContentId("post"), "Seen often."), (x.TakenFrom, x.Note)));
        await Show("copy", Words.ToUpperInvariant());
        await Show("edited", null, new string('c', 64));
        Assert.Equal((1, 0), (Signals("copy").Count, Signals("edited").Count));
    }

    [Fact]
    public async Task Pictures_and_text_are_taken_each_by_itself()
    {
        var bank = await Bank();
        var decision = await world.Decide(await Show("post", Words, Photo));
        Assert.Equal(1, (await world.Do(World.Lead, new AddDecidedToBank(bank, decision.Id, Text: false))).Added);
        Assert.Equal(BankMark.Picture, world.Read(db => db.BankEntries.Single().Kind));
        Assert.Equal(1, (await world.Do(World.Lead, new AddDecidedToBank(bank, decision.Id, Pictures: false))).Added);
        Assert.Equal(DetectionErrors.NothingToAdd, await world.Refuse(World.Lead, new AddDecidedToBank(bank, decision.Id, Pictures: false, Text: false)));
    }

    [Fact]
    public async Task A_bank_takes_only_what_was_decided_so()
    {
        var (match, clear, spam) = (await Bank(), await Bank("art", BankPurpose.Clear), await Bank("spam-texts", guideline: "spam"));
        var broke = (await world.Decide(await Show("broke", Words))).Id;
        var fine = (await world.Decide(await Show("fine", Words + " Really."), finding: Finding.DoesNotViolate)).Id;
        Assert.Equal(DetectionErrors.NotDecidedSo, await world.Refuse(World.Lead, new AddDecidedToBank(match, fine)));
        Assert.Equal(DetectionErrors.NotDecidedSo, await world.Refuse(World.Lead, new AddDecidedToBank(clear, broke)));
        Assert.Equal(DetectionErrors.NotDecidedSo, await world.Refuse(World.Lead, new AddDecidedToBank(spam, broke)));
        Assert.Equal(1, (await world.Do(World.Lead, new AddDecidedToBank(clear, fine))).Added);

        await world.Do(World.Product, new OverturnDecision(broke, "A mistake.", "host"));
        Assert.Equal(DetectionErrors.NotDecidedSo, await world.Refuse(World.Lead, new AddDecidedToBank(match, broke)));
        Assert.Equal(1, (await world.Do(World.Lead, new AddDecidedToBank(clear, broke))).Added);
    }

    [Fact]
    public async Task What_is_restricted_is_for_specialists()
    {
        var decision = (await world.Decide(await Show("post", Words, Photo), "child-safety", by: "wren")).Id;
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new AddDecidedToBank(await Bank(), decision)));
        Assert.Equal(2, (await world.Do(World.ChildSafety, new AddDecidedToBank(await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety), decision))).Added);
    }

    [Fact]
    public async Task What_is_not_there_is_refused()
    {
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new AddDecidedToBank(await Bank(), new(Guid.NewGuid()))));
        Assert.Equal(DetectionErrors.UnknownBank, await world.Refuse(World.Lead, new AddDecidedToBank("no-such", new(Guid.NewGuid()))));
    }
}
