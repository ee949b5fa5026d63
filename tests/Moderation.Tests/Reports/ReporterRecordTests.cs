using Microsoft.Extensions.DependencyInjection;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Reports;

public sealed class ReporterRecordTests : InAWorld
{
    [Fact]
    public async Task It_is_read_from_what_was_decided_on_the_merits()
    {
        await Judged("right", Finding.Violates);
        await Judged("too-much", Finding.NotRecommendable, "rec-clickbait");
        await Judged("wrong", Finding.DoesNotViolate);
        await Report(await world.Post("waiting"), "spam");
        await Report(await world.Post("gone"), "spam");
        await world.Do(World.Platform, new DeleteContent(new("gone"), Now, DeletedBy.Author));

        Assert.Equal(new(2, 3), await Record());
    }

    [Fact]
    public async Task Overturned_it_never_was()
    {
        var decision = await Judged("one", Finding.Violates);
        Assert.Equal(new(1, 1), await Record());

        await world.Do(World.Product, new OverturnDecision(decision, "A mistake.", "host"));
        Assert.Equal(new(0, 0), await Record());
    }

    [Fact]
    public async Task What_another_decision_took_the_place_of_counts_as_that_one()
    {
        var first = await Judged("one", Finding.Violates);
        var other = (await world.Do(World.Product, new EnforceDirectly(
            new(SubjectKind.Content, "one"), null, "spam", Finding.DoesNotViolate, null, "Not so.", Automation.None, World.Lead.Id, Overrides: first))).Id;
        Assert.Equal(new(0, 1), await Record());

        await world.Do(World.Product, new OverturnDecision(other, "It was so.", "host"));
        Assert.Equal(new(1, 1), await Record());
    }

    [Fact]
    public async Task Many_reports_on_one_case_are_one()
    {
        var content = await world.Post();
        for (var i = 0; i < 3; i++)
            await Report(content, "spam");
        await world.Decide(content, "spam");

        Assert.Equal(new(1, 1), await Record());
        Assert.Equal(1, world.Read(db => db.Reports.Count(x => x.Credibility != null)));
    }

    [Fact]
    public async Task Who_reports_what_was_decided_before_earns_nothing()
    {
        var content = await world.Post();
        await Report(content, "spam", "first");
        await world.Decide(content, "spam");
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Report(content, "spam");

        Assert.Equal(new(0, 0), await Record());
        Assert.Equal(new(1, 1), await Record("first"));
    }

    [Fact]
    public async Task Only_the_last_hundred_count()
    {
        for (var i = 0; i < 105; i++)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(1));
            await Judged($"post-{i}", i < 5 ? Finding.DoesNotViolate : Finding.Violates);
        }

        Assert.Equal(new(100, 100), await Record());
    }

    [Fact]
    public async Task Whoever_turned_out_wrong_is_believed_less_in_what_still_waits_and_again_when_that_is_taken_back()
    {
        await Report(await world.Post("still-waits"), "spam");
        var before = Waiting();
        DecisionId last = default;
        for (var i = 0; i < 5; i++)
            last = await Judged($"post-{i}", Finding.DoesNotViolate);

        var less = Waiting();
        Assert.True(less.Priority < before.Priority);
        Assert.Equal(Credibility.Of(0, 5), less.ReportWeight, 9);

        await world.Do(World.Product, new OverturnDecision(last, "It did.", "host"));
        Assert.Equal(before.Priority, Waiting().Priority, 9);
    }

    [Fact]
    public async Task Many_fresh_accounts_together_tell_less_than_as_many_who_were_right()
    {
        for (var i = 0; i < 6; i++)
        {
            var content = await world.Post($"post-{i}");
            for (var known = 0; known < 4; known++)
                await Report(content, "spam", $"known-{known}");
            await world.Decide(content, "spam");
        }

        var (flooded, told) = (await world.Post("flooded", new("other")), await world.Post("told", new("other")));
        for (var i = 0; i < 20; i++)
            await Report(flooded, "spam", $"fresh-{i}");
        for (var i = 0; i < 4; i++)
            await Report(told, "spam", $"known-{i}");

        Assert.Equal(["told", "flooded"], (await world.Do(World.Moderator, new ReviewQueue())).Rows.Select(x => x.Subject.Id));
    }

    private Case Waiting() => world.Read(db => db.Cases.Single(x => x.Stage == CaseStage.Waiting));

    private async Task<DecisionId> Judged(string post, Finding finding, string guideline = "spam")
    {
        var content = await world.Post(post);
        await Report(content, guideline);
        return (await world.Decide(content, guideline, finding)).Id;
    }

    private async Task<ReporterRecord> Record(string reporter = "reporter")
    {
        using var scope = world.Open();
        return await scope.ServiceProvider.GetRequiredService<ReporterRecords>().Of(new(reporter), default);
    }
}
