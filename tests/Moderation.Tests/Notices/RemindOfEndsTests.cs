using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Ranking;

namespace Moderation.Tests.Notices;

/// <summary>A day before a limit ends its person is reminded, once.</summary>
public sealed class RemindOfEndsTests : InAWorld
{
    [Fact]
    public async Task A_suspension_of_days_is_told_a_day_before_its_end_with_the_date_in_the_title_once()
    {
        await Suspend(TimeSpan.FromDays(5));
        Assert.Equal(0, await Run());
        world.Clock.Pass(TimeSpan.FromDays(4) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await Run());

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, await Run());
        Assert.Equal(0, await Run());
        Assert.Equal(["Your suspension ends on 6 January 2026"], await Reminders());
    }

    [Fact]
    public async Task In_the_language_of_who_is_told()
    {
        await Suspend(TimeSpan.FromDays(5));
        await world.Do(World.Platform, new PutAccount(World.Author, "author", Language: "nl"));
        world.Clock.Pass(TimeSpan.FromDays(4.5));
        await Run();
        Assert.Equal(["De schorsing van je account eindigt op 6 januari 2026"], await Reminders());
    }

    [Fact]
    public async Task What_is_short_or_taken_back_is_not_told_of()
    {
        await Suspend(TimeSpan.FromHours(47));
        var overturned = await Suspend(TimeSpan.FromDays(2.5));
        world.Clock.Pass(TimeSpan.FromDays(1.6));
        await world.Do(World.Lead, new OverturnDecision(overturned, "A mistake.", "lead"));
        await Run();
        Assert.Empty(await Reminders());
    }

    private Task<int> Run() => world.Do(World.Product, new RemindOfEnds());

    private async Task<DecisionId> Suspend(TimeSpan time) => (await world.Decide(
        await world.Post(), outcomes: [new(OutcomeKind.Suspended, Until: world.Clock.GetUtcNow() + time)])).Id;

    private async Task<string[]> Reminders() =>
        [.. (await world.Do(World.Member, new NoticesOf(World.Author))).Notices.Where(x => x.Kind is NoticeKind.Reminder).Select(x => x.Title)];
}
