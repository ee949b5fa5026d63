using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookViewTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_moderator_sees_the_rules_in_force()
    {
        await world.Run(Actor.Product, new InstallRulebook());

        var book = Assert.IsType<Result<RulebookView.Book>.Ok>(await world.Run(World.Moderator, new RulebookView())).Value;
        Assert.Equal((1, "Default", DateTimeOffset.UnixEpoch), (book.Version, book.Name, book.InForceSince));

        var spam = book.Guidelines[0];
        Assert.Equal(
            ("spam", GuidelineSet.Community, Severity.Low, "S"), (spam.Code, spam.Set, spam.Severity, spam.Key));
        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Strike], spam.Outcomes.Select(x => x.Kind));
        Assert.Equal([OutcomeKind.Suspended], spam.AccountOutcomes.Select(x => x.Kind));
        Assert.Contains("spam.repetitive", spam.Clauses.Select(x => x.Code));
    }

    [Fact]
    public async Task Restricted_guidelines_are_left_out()
    {
        await world.Run(Actor.Product, new InstallRulebook());

        var book = Assert.IsType<Result<RulebookView.Book>.Ok>(await world.Run(World.Moderator, new RulebookView())).Value;
        Assert.DoesNotContain(book.Guidelines, x => x.Restricted || x.Code is "child-safety");
        Assert.Equal(ShippedRulebook.Read().Guidelines.Count - 1, book.Guidelines.Count);
    }

    [Fact]
    public async Task Everybody_who_decides_sees_what_they_decide_by()
    {
        Assert.DoesNotContain((await world.Do(World.Lead, new RulebookView())).Guidelines, x => x.Restricted);
        Assert.Contains((await world.Do(World.ChildSafety, new RulebookView())).Guidelines, x => x.Code is "child-safety");
    }

    [Fact]
    public async Task Before_the_first_version_comes_into_force_there_is_none()
    {
        world.Read(db => db.RulebookVersions.ExecuteUpdate(x => x.SetProperty(v => v.InForceFrom, world.Clock.GetUtcNow().AddDays(1))));

        Assert.Equal(GuidelineErrors.NoneInForce, await world.Run(World.Moderator, new RulebookView()));
    }

    [Fact]
    public async Task Members_do_not_see_it() =>
        Assert.Equal(PipelineErrors.NotAllowed, await world.Run(World.Member, new RulebookView()));
}
