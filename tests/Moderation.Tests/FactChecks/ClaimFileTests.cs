using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimFileTests : OnCopies
{
    [Fact]
    public async Task It_tells_what_was_checked_how_far_it_came_and_how_it_changed()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("copy", new("somebody"), Altered);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, Rating.PartlyFalse, "Half of the bolts were found.", "Harbour Checks"));

        var file = await world.Do(Checker, new ClaimFile(check));
        Assert.Equal((FactCheckState.InForce, Rating.PartlyFalse, Claim, "Harbour Checks", "False"), (file.State, file.Rating!.Value, file.Claim, file.Publisher, file.Word));
        Assert.Equal((1, 1, 2, true, null), (file.Named, file.Copies, file.Bearing, file.IsYours, file.Run));
        Assert.Equal((Rating.False, Rating.PartlyFalse, "Half of the bolts were found."), Assert.Single(file.Corrections) is var change ? (change.Before, change.After, change.Reason) : default);
        Assert.False((await world.Do(World.Moderator, new ClaimFile(check))).IsYours);
    }

    [Fact]
    public async Task While_it_spreads_the_run_can_be_followed()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        for (var i = 0; i <= Spreading.MostAtOnce; i++)
            await world.Post($"copy-{i}", new($"member-{i}"), $"{Claim} {(char)('a' + (i % 26))}");
        var made = await Rate(Rating.False, post);
        Assert.Equal(made.Run, (await world.Do(Checker, new ClaimFile(made.FactCheckId))).Run!.Id);
        await world.Work(made.Run!.Value);
        Assert.Null((await world.Do(Checker, new ClaimFile(made.FactCheckId))).Run);
    }

    [Fact]
    public async Task Who_rated_is_told_by_pseudonym_and_what_is_not_there_is_unknown()
    {
        await Ready();
        var made = await world.Do(Checker, new CheckClaim(await world.Post(text: Claim), Claim, Rating.False, "https://www.checks.example/bridge"));
        Assert.NotNull((await world.Do(World.Lead, new ClaimFile(made.FactCheckId))).RatedBy);
        Assert.DoesNotContain("Checker", (await world.Do(World.Lead, new ClaimFile(made.FactCheckId))).RatedBy!, StringComparison.Ordinal);
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(World.Lead, new ClaimFile(new(Guid.NewGuid()))));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Member, new ClaimFile(made.FactCheckId)));
    }
}
