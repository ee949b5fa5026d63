using System.Text.Json.Nodes;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>A course lifts a first warning, through the door.</summary>
public sealed class CompleteTrainingTests : InAWorld
{
    private static readonly string WithCourse = ShippedRulebook.With(x => x.Ladder("meta-2023")["training"] = new JsonObject
    {
        ["cleanMonths"] = 12,
        ["lapsesAfterDays"] = 0,
        ["notFor"] = new JsonArray("dangerous-organisations"),
    });

    [Fact]
    public async Task It_lifts_a_first_warning_and_tells_who_took_it()
    {
        world.GoLive(WithCourse);
        var warning = await world.Decide(await world.Post());
        world.Clock.Pass(TimeSpan.FromDays(1));
        var answer = await world.Do(World.Platform, new CompleteTraining(World.Author));

        Assert.Equal((warning.Id, world.Clock.GetUtcNow()), (answer.Warning, answer.LapsesAt));
        Assert.True((await Status()).InGoodStanding);
        var notice = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1];
        Assert.Equal((NoticeKind.WarningLifted, "Your warning is lifted"), (notice.Kind, notice.Title));

        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Decide(await world.Post("second"));
        Assert.Empty((await Status()).AccountOutcomes);
    }

    [Fact]
    public async Task Without_a_first_warning_it_is_refused()
    {
        world.GoLive(WithCourse);
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
        await Strikes(2);
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
    }

    [Fact]
    public async Task Twice_is_refused_until_twelve_months_were_clean()
    {
        world.GoLive(WithCourse);
        await Strikes(1);
        await world.Do(World.Platform, new CompleteTraining(World.Author));
        Assert.Equal(RepeatOffenderErrors.NotCleanLongEnough, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
        world.Clock.Pass(TimeSpan.FromDays(300));
        await world.Decide(await world.Post("within"));
        Assert.Equal(RepeatOffenderErrors.NotCleanLongEnough, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));

        world.Clock.Pass(TimeSpan.FromDays(400));
        await world.Decide(await world.Post("after"));
        await world.Do(World.Platform, new CompleteTraining(World.Author));
    }

    [Fact]
    public async Task One_spent_on_a_strike_that_was_overturned_is_given_back()
    {
        world.GoLive(WithCourse);
        var strikes = await Strikes(1);
        await world.Do(World.Platform, new CompleteTraining(World.Author));
        await world.Do(World.Lead, new OverturnDecision(strikes[0], "A mistake.", "lead"));
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Decide(await world.Post("another"));

        await world.Do(World.Platform, new CompleteTraining(World.Author));
        Assert.True((await Status()).InGoodStanding);
    }

    [Fact]
    public async Task Gravest_rules_and_the_future_are_refused()
    {
        world.GoLive(WithCourse);
        await world.Decide(await world.Post(), "dangerous-organisations");
        Assert.Equal(RepeatOffenderErrors.Excluded, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
        Assert.Equal(RepeatOffenderErrors.TrainingInFuture, await world.Refuse(
            World.Platform, new CompleteTraining(World.Author, world.Clock.GetUtcNow().AddSeconds(1))));
    }

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));
}
