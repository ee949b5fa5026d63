using Moderation.Appeals;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Detection;

public sealed class SendSignalTests : InAWorld
{
    [Fact]
    public async Task Signals_and_reports_on_one_subject_gather_in_one_case()
    {
        var content = await world.Post();
        var reported = await Report(content);

        var first = await world.Do(World.Platform, Signal(content, 0.6));
        Assert.Equal((reported, false), (first.CaseId!.Value, first.Duplicate));
        await world.Do(World.Platform, Signal(content, 0.9));

        var row = Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.Equal((1, 2), (row.Reports, row.Signals));
    }

    [Fact]
    public async Task A_surer_signal_is_more_urgent()
    {
        await world.Do(World.Platform, Signal(await world.Post("unsure"), 0.1));
        await world.Do(World.Platform, Signal(await world.Post("sure"), 0.95));
        Assert.Equal(["sure", "unsure"], (await world.Do(World.Moderator, new ReviewQueue())).Rows.Select(x => x.Subject.Id));
    }

    [Fact]
    public async Task About_what_we_do_not_know_yet_it_waits_and_opens_the_case_later()
    {
        var early = await world.Do(World.Platform, Signal(new("post-1"), 0.9));
        Assert.Null(early.CaseId);

        await world.Post("post-1");
        Assert.Equal(1, Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows).Signals);
    }

    [Fact]
    public async Task The_same_twice_is_one()
    {
        var content = await world.Post();
        var first = await world.Do(World.Platform, Signal(content, 0.9) with { ExternalId = "s-1" });
        var before = world.Fingerprint();

        Assert.Equal(first with { Duplicate = true }, await world.Do(World.Platform, Signal(content, 0.9) with { ExternalId = "s-1" }));
        Assert.Equal(before, world.Fingerprint());
        Assert.False((await world.Do(await Program(Scope.Platform), Signal(content, 0.9) with { ExternalId = "s-1" })).Duplicate);
    }

    [Fact]
    public async Task What_a_person_cleared_is_not_asked_again_until_it_says_something_else()
    {
        var content = await world.Post(text: "Send one coin and get two back.");
        await world.Rule(await world.Appeal((await world.Decide(content)).Id), Ruling.Overturned);

        Assert.Null((await world.Do(World.Platform, Signal(content, 0.99))).CaseId);
        Assert.NotNull((await world.Do(World.Platform, Signal(content, 0.99) with { Guideline = "nudity" })).CaseId);

        await world.Post(text: "Something altogether different now: meet me at the docks.");
        Assert.NotNull((await world.Do(World.Platform, Signal(content, 0.99) with { Label = "again" })).CaseId);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var content = await world.Post();
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Platform, Signal(content, 0.9) with { Guideline = "no-such" }));
        Assert.Equal(["score"], FieldsOf(await world.Refuse(World.Platform, Signal(content, 1.01))));
        Assert.Equal(["score"], FieldsOf(await world.Refuse(World.Platform, Signal(content, double.NaN))));
        Assert.Equal(["detector"], FieldsOf(await world.Refuse(World.Platform, Signal(content, 0.5) with { Detector = "" })));
        Assert.Equal(["subject"], FieldsOf(await world.Refuse(World.Platform, Signal(new(""), 0.5))));
    }

    private static SendSignal Signal(ContentId content, double score) =>
        new(SubjectRef.Of(content), "giveaway-text", "3", "giveaway", score, "fraud");
}
