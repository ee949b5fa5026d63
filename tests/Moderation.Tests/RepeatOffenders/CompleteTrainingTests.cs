using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>A course lifts a first warning, through the door.</summary>
public sealed class CompleteTrainingTests : InAWorld
{
    [Fact]
    public async Task It_lifts_a_first_warning_and_tells_who_took_it()
    {
        var warning = await world.Decide(await world.Post());
        world.Clock.Pass(TimeSpan.FromDays(1));
        var answer = await world.Do(World.Platform, new CompleteTraining(World.Author));

        Assert.Equal((warning.Id, world.Clock.GetUtcNow()), (answer.Warning, answer.LapsesAt));
        Assert.Equal((0, 0), await Status() is var status ? (status.Strikes.Count, status.Limits.Count) : default);
        var notice = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1];
        Assert.Equal((NoticeKind.WarningLifted, "Your warning is lifted"), (notice.Kind, notice.Title));

        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Decide(await world.Post("second"));
        Assert.Empty((await Status()).Limits);
    }

    [Fact]
    public async Task Without_a_first_warning_it_is_refused()
    {
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
        await Strikes(2);
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
    }

    [Fact]
    public async Task Twice_is_refused_until_twelve_months_were_clean()
    {
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
        var strikes = await Strikes(1);
        await world.Do(World.Platform, new CompleteTraining(World.Author));
        await world.Do(World.Lead, new OverturnDecision(strikes[0], "A mistake.", "lead"));
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Decide(await world.Post("another"));

        await world.Do(World.Platform, new CompleteTraining(World.Author));
        Assert.Equal((0, 0), await Status() is var status ? (status.Strikes.Count, status.Limits.Count) : default);
    }

    [Fact]
    public async Task Gravest_rules_and_the_future_are_refused()
    {
        await world.Decide(await world.Post(), "dangerous-organisations");
        Assert.Equal(RepeatOffenderErrors.Excluded, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
        Assert.Equal(RepeatOffenderErrors.TrainingInFuture, await world.Refuse(
            World.Platform, new CompleteTraining(World.Author, world.Clock.GetUtcNow().AddSeconds(1))));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task Twelve_clean_months_are_over_at_their_instant(int ticks, bool isGiven)
    {
        await Strikes(1);
        var again = Now.AddMonths(12);
        await world.Do(World.Platform, new CompleteTraining(World.Author));
        world.Clock.Pass(again.AddTicks(ticks) - Now);
        await world.Decide(await world.Post("second"));

        if (isGiven)
            await world.Do(World.Platform, new CompleteTraining(World.Author));
        else
            Assert.Equal(RepeatOffenderErrors.NotCleanLongEnough, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
    }

    [Fact]
    public async Task One_that_is_told_late_counts_from_when_it_was_finished_and_undoes_the_step_that_followed()
    {
        await Strikes(1);
        var finished = Now;
        world.Clock.Pass(TimeSpan.FromDays(2));
        await world.Decide(await world.Post("second"));
        Assert.Single((await Status()).Limits);

        Assert.Equal(finished, (await world.Do(World.Platform, new CompleteTraining(World.Author, finished))).LapsesAt);
        Assert.Equal((1, 0), await Status() is var status ? (status.Strikes.Count, status.Limits.Count) : default);
    }

    [Fact]
    public async Task One_finished_before_the_warning_or_without_a_ladder_that_has_one_is_refused()
    {
        var early = Now;
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Strikes(1);
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author, early)));

        world.GoLive(ShippedRulebook.With(x => x["ladder"] = "twitch"));
        Assert.Equal(RepeatOffenderErrors.NoFirstWarning, await world.Refuse(World.Platform, new CompleteTraining(World.Author)));
    }

    [Theory]
    [InlineData("fraud", 89, 1)] // the same rule while the ninety days run: a strike
    [InlineData("spam", 89, 0)] // another rule: another warning
    [InlineData("fraud", 90, 0)]
    public async Task Youtubes_warning_lapses_ninety_days_after_the_course(string guideline, int days, int limits)
    {
        world.GoLive(ShippedRulebook.With(x => x["ladder"] = "youtube"));
        await world.Decide(await world.Post());
        var answer = await world.Do(World.Platform, new CompleteTraining(World.Author));
        Assert.Equal((Now.AddDays(90), Now.AddDays(90)), (answer.LapsesAt, Assert.Single((await Status()).Strikes).Until!.Value));

        world.Clock.Pass(TimeSpan.FromDays(days));
        await world.Decide(await world.Post("again"), guideline);
        Assert.Equal(limits, (await Status()).Limits.Count);
    }

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));
}
