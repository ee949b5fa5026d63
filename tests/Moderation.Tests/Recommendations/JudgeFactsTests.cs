using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Notices;
using Moderation.Ranking;
using Moderation.Recommendations;
using Moderation.Review;

namespace Moderation.Tests.Recommendations;

/// <summary>Facts of an item are judged by the rules of the surfaces on every revision.</summary>
public sealed class JudgeFactsTests : InARecommendingWorld
{
    public static TheoryData<string, MediaItem> Faults => new()
    {
        { "reels.low-resolution", Clean with { Width = 480, Height = 720 } },
        { "reels.watermark", Clean with { HasWatermark = true } },
        { "reels.muted", Clean with { HasAudio = false } },
        { "reels.bordered", Clean with { HasBorders = true } },
        { "reels.mostly-text", Clean with { TextShare = 0.6 } },
        { "reels.long", Clean with { DurationMs = 180_001 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_keeps_a_reel_out_of_reels_alone_and_is_named(string rule, MediaItem media)
    {
        var reel = await Reel(media);

        Assert.Equal("Reels", await DroppedFrom(reel));
        var decision = Assert.Single(Decisions(reel));
        Assert.Equal((rule, Automation.Full, Finding.NotRecommendable, JudgeFacts.Detector), (decision.Rule, decision.Automation, decision.Finding, decision.Detector));
        var notice = Assert.Single(Notices());
        Assert.Equal("We limited your reel", notice.Title);
        Assert.Contains("On these pages: Reels.", notice.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("“On the beach.”", notice.Body, StringComparison.Ordinal);
        Assert.Contains("We look at the new version at once", notice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("break", notice.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            new[] { $"{rule}:NotRecommended", "reels.political:Unknown", "explore.clickbait:Unknown" }.Order(), (await Facts(reel)).Split(' ').Order());
    }

    [Fact]
    public async Task What_is_clean_is_recommended_everywhere()
    {
        var reel = await Reel(Clean);
        Assert.Equal("", await DroppedFrom(reel));
        Assert.Empty(Notices());
    }

    [Fact]
    public async Task What_nobody_told_is_unknown_said_so_and_held_against_nobody()
    {
        var reel = await Reel(new("video-one", MediaKind.Video));

        Assert.Equal("", await DroppedFrom(reel));
        Assert.Equal(
            "reels.low-resolution:Unknown reels.watermark:Unknown reels.muted:Unknown reels.bordered:Unknown reels.mostly-text:Unknown "
            + "reels.political:Unknown reels.long:Unknown explore.clickbait:Unknown", await Facts(reel));
    }

    [Fact]
    public async Task Mending_is_judged_at_once_and_what_still_holds_is_not_told_twice()
    {
        var reel = await Reel(Clean with { HasAudio = false, HasWatermark = true });
        var before = Decisions(reel).Select(x => x.Id).ToArray();
        Assert.Equal(2, before.Length);
        world.Clock.Pass(TimeSpan.FromHours(2));
        await Reel(Clean with { HasWatermark = true });

        Assert.Equal(before, Decisions(reel).Select(x => x.Id));
        var (kept, mended) = (Decisions(reel).Single(x => x.Rule is "reels.watermark"), Decisions(reel).Single(x => x.Rule is "reels.muted"));
        Assert.All(kept.Outcomes, x => Assert.True(x.IsInForce(Now)));
        Assert.All(mended.Outcomes, x => Assert.Equal((Now, HowLifted.Cured), (x.EndedAt, x.Lifted)));
        Assert.Equal("Reels", await DroppedFrom(reel));
        Assert.Equal([NoticeKind.Decision, NoticeKind.Mended], Notices().Select(x => x.Kind));

        await Reel(Clean);
        Assert.Equal("", await DroppedFrom(reel));
        await Reel(Clean with { HasAudio = false });
        Assert.Equal("Reels", await DroppedFrom(reel));
        Assert.Equal(3, Decisions(reel).Count);
    }

    [Fact]
    public async Task What_was_told_of_the_time_before_it_was_mended_stays_told()
    {
        var reel = await Reel(Clean with { HasAudio = false });
        var then = Now;
        world.Clock.Pass(TimeSpan.FromHours(2));
        await Reel(Clean);

        var told = await world.Do(World.Lead, new Eligibility.ExplainEligibility(SubjectRef.Of(reel), then, Now));
        Assert.Equal(VerdictAction.Drop, told.Verdicts[Surface.Reels].Action);
    }

    [Fact]
    public async Task A_new_version_of_which_the_fact_is_not_known_is_not_held_to_the_old_one()
    {
        var reel = await Reel(Clean with { HasAudio = false });
        await Reel(Clean with { HasAudio = null });
        Assert.Equal("", await DroppedFrom(reel));
    }

    // Law 7.
    [Fact]
    public async Task What_a_person_took_back_is_not_decided_again_on_what_is_nearly_the_same()
    {
        var silent = Clean with { HasAudio = false };
        var reel = await Reel(silent);
        await world.Do(World.Lead, new OverturnDecision(Assert.Single(Decisions(reel)).Id, "It is a silent film.", "lead"));
        await Reel(silent, text: "On the beach!");
        Assert.Equal("", await DroppedFrom(reel));

        await Reel(silent with { Id = "video-two" }, text: "Something else entirely, with another video.");
        Assert.Equal("Reels", await DroppedFrom(reel));
    }

    [Fact]
    public async Task What_people_decided_binds_whatever_the_facts()
    {
        var reel = await Reel(Clean);
        await world.Decide(reel, "rec-muted", Finding.NotRecommendable);
        await Reel(Clean with { HasAudio = false });
        Assert.Single(Decisions(reel));
        await Reel(Clean, text: "Now with the sea to be heard.");
        Assert.Equal("Reels", await DroppedFrom(reel));
    }

    [Fact]
    public async Task Reports_on_it_go_on_waiting_for_a_person()
    {
        var reel = await Reel(Clean);
        var open = await Report(reel);
        await Reel(Clean with { HasAudio = false });

        Assert.Single(Decisions(reel));
        Assert.Equal(CaseStage.Waiting, world.Read(db => db.Cases.Single(x => x.Id == open)).Stage);
    }

    [Fact]
    public async Task While_a_rule_is_paused_it_decides_nothing()
    {
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Rule, "reels.muted", "It hears nothing at all."));
        var reel = await Reel(Clean with { HasAudio = false });
        Assert.Equal("", await DroppedFrom(reel));
    }

    [Fact]
    public async Task Politics_counts_for_who_chose_to_see_less_of_it()
    {
        var reel = await Reel(Clean);
        await world.Do(World.Platform, new RecordFacts(reel, 1, "topic model 3", [new(ContentFact.Political, 1)]));

        Assert.Equal("", await DroppedFrom(reel));
        Assert.Equal("Reels", await DroppedFrom(reel, Viewer.Adult with { Politics = Politics.Limit }));
    }

    [Fact]
    public async Task A_picture_in_the_feed_is_no_reel()
    {
        var post = await Reel(new("a-picture", MediaKind.Image, Width: 100, Height: 100), kind: ContentKind.Post);
        Assert.Empty(Decisions(post));
    }
}
