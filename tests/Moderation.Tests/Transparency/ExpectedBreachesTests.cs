using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class ExpectedBreachesTests : FigureWorld
{
    [Fact]
    public async Task With_nobody_at_work_everything_due_within_the_hour_goes_over_its_time()
    {
        var cases = new[] { await Open(), await Open() };
        await JustBeforeDue(minutes: 25);

        var expected = await Ask(new ExpectedBreaches());
        Assert.Equal([0, 0, 2, 0, 0, 0], expected.Slots.Select(x => x.Likely));
        Assert.Equal(new ExpectedLate(2, 2, 2), expected.Hour);
        Assert.Equal(cases.Length, expected.Hour.Likely);
        Assert.Equal(0, expected.PerHour);
    }

    [Fact]
    public async Task With_people_at_work_what_stands_first_does_not()
    {
        await Open();
        await JustBeforeDue(minutes: 50);
        for (var i = 0; i < 12; i++)
        {
            await Judge(await Open());
            Later(0.5);
        }

        var expected = await Ask(new ExpectedBreaches());
        Assert.True(expected.PerHour >= 12);
        Assert.InRange(expected.Hour.Likely, 0, 0.2);
    }

    [Fact]
    public async Task A_clock_that_stands_still_and_what_is_over_already_are_not_expected()
    {
        var @case = await Open();
        await JustBeforeDue(minutes: 25);
        world.Read(db =>
        {
            var row = db.Cases.Single(x => x.Id == @case);
            db.Entry(row).Property(x => x.PausedAt).CurrentValue = Now;
            return db.SaveChanges();
        });
        Assert.Equal(0, (await Ask(new ExpectedBreaches())).Hour.High);

        await Open();
        world.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(0, (await Ask(new ExpectedBreaches())).Hour.High);
    }

    [Fact]
    public async Task What_is_snoozed_over_its_time_is_expected_whoever_works()
    {
        var @case = await Open();
        await JustBeforeDue(minutes: 25);
        for (var i = 0; i < 12; i++)
            await Judge(await Open());
        world.Read(db =>
        {
            var row = db.Cases.Single(x => x.Id == @case);
            db.Entry(row).Property(x => x.SnoozedUntil).CurrentValue = Now.AddHours(2);
            return db.SaveChanges();
        });
        Later();
        Assert.Equal(1, (await Ask(new ExpectedBreaches())).Hour.Likely);
    }

    [Fact]
    public async Task A_queue_can_be_asked_about_alone()
    {
        var (one, _) = (await Open(), await Open());
        MoveTo("scams", one);
        await JustBeforeDue(minutes: 25);
        Assert.Equal(1, (await Ask(new ExpectedBreaches("scams"))).Hour.Likely);
        Assert.Equal(2, (await Ask(new ExpectedBreaches())).Hour.Likely);
        Assert.Equal(["queue"], FieldsOf(await world.Refuse(World.Lead, new ExpectedBreaches(new string('x', 61)))));
    }

    private Task JustBeforeDue(int minutes)
    {
        world.Clock.Pass(world.Read(db => db.Cases.OrderBy(x => x.OpenedAt).First().DueAt) - Now - TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }
}
