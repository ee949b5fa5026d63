using Moderation.Accounts;
using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.FactChecks;

public sealed class ErasedDisputantTests : OnADispute
{
    [Fact]
    public async Task What_they_wrote_to_the_checker_goes_and_what_came_of_it_stays()
    {
        var decision = await Rated();
        var dispute = (await world.Do(World.Member, Asks(decision) with { Statement = "My xylograph shows it.", Links = ["https://archive.example/xylograph"] })).DisputeId;
        await world.Do(Checker, Says(dispute, DisputeAnswer.Upheld));
        var until = world.Read(db => db.Set<Moderation.Enforcement.Decision>().Single(x => x.Id == decision).AppealUntil);
        await world.Do(World.Platform, new DeleteAccount(World.Author, Now, DeletedBy.Author, Erase: true));
        await world.Do(World.Product, new ForgetEvidence());
        // While redress lasts it may be needed.
        Assert.Contains("xylograph", world.Fingerprint(), StringComparison.Ordinal);

        world.Clock.Pass(until.AddTicks(1) - Now);
        await world.Do(World.Product, new ForgetEvidence());
        Assert.DoesNotContain("xylograph", world.Fingerprint(), StringComparison.Ordinal);
        Assert.Equal((DisputeState.Answered, DisputeAnswer.Upheld), world.Read(db => db.Disputes.Single()) is var left ? (left.State, left.Answer!.Value) : default);
    }
}
