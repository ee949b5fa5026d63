using Moderation.FactChecks;
using Moderation.Guidelines;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimFileTests : OnManyCopies
{
    [Fact]
    public async Task It_says_what_was_checked_and_how_far_it_has_come()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("same", new("somebody"), Claim);
        var check = (await Rate(Rating.PartlyFalse, post)).FactCheckId;
        var file = await world.Do(Checker, new ClaimFile(check));

        Assert.Equal((FactCheckState.InForce, Rating.PartlyFalse, Claim, "Harbour Checks", "Partly false"), (file.State, file.Rating, file.Claim, file.Publisher, file.Word));
        Assert.Equal((1, 1, 2, true), (file.Named, file.Copies, file.Bearing, file.IsYours));
        Assert.Equal("https://posts.example/1", Assert.Single(file.Appearances));
        Assert.Null(file.Run);
        Assert.False((await world.Do(World.Moderator, new ClaimFile(check))).IsYours);
    }

    [Fact]
    public async Task Every_correction_is_told_in_its_order()
    {
        await Ready();
        var check = (await Rate(Rating.False, await world.Post(text: Claim))).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, Rating.Satire, "It is a joke.", "Harbour Checks"));
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(Checker, new CorrectFactCheck(check, null, "Nobody believes it.", "Harbour Checks"));
        var file = await world.Do(Checker, new ClaimFile(check));

        Assert.Equal([(Rating.False, Rating.Satire, "It is a joke."), (Rating.Satire, (Rating?)null, "Nobody believes it.")], file.Corrections.Select(x => (x.Before!.Value, x.After, x.Reason)));
        Assert.Equal((FactCheckState.Withdrawn, 0), (file.State, file.Bearing));
    }

    [Fact]
    public async Task While_it_is_brought_to_many_copies_it_says_how_far()
    {
        await ReadyWithCopies();
        var check = await Rate(Rating.False, await world.Post(text: Claim));
        Assert.NotNull((await world.Do(Checker, new ClaimFile(check.FactCheckId))).Run);
        await Work(check.Run!.Value);
        var file = await world.Do(Checker, new ClaimFile(check.FactCheckId));
        Assert.Null(file.Run);
        Assert.Equal((Many, Many + 1), (file.Copies, file.Bearing));
    }

    [Fact]
    public async Task What_is_not_there_is_unknown()
    {
        await Ready();
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new ClaimFile(new(Guid.NewGuid()))));
    }
}
