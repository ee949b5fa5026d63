using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests;

public sealed class PreviewDecisionTests : InAWorld
{
    public static TheoryData<string, Finding, OutcomeKind?> Choices => new()
    {
        { "fraud", Finding.Violates, null },
        { "rec-clickbait", Finding.NotRecommendable, null },
        { "fraud", Finding.DoesNotViolate, null },
        { "fraud", Finding.Violates, OutcomeKind.Covered },
        { "fraud", Finding.Violates, OutcomeKind.Demoted },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task It_says_what_deciding_then_does(string guideline, Finding finding, OutcomeKind? other)
    {
        await Strikes(1);
        var claim = await world.Claimed(World.Moderator, "judged");
        ChosenOutcome[]? outcomes = other is { } kind ? [new(kind)] : null;
        var before = world.Fingerprint();
        var preview = await world.Do(World.Moderator, new PreviewDecision(claim.CaseId, guideline, finding, outcomes));
        Assert.Equal(before, world.Fingerprint());
        Assert.Equal(other is not null, preview.Deviates);

        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim, guideline, finding, outcomes, other is null ? null : "So."));

        Assert.Equal(decision.Outcomes.Select(Said), preview.Outcomes.Select(Said));
        Assert.Equal((decision.AppealUntil, 1), (preview.AppealUntil, preview.Reporters));
        await Same(preview.Then, "judged");
        var status = await world.Do(World.Member, new AccountStatus(World.Author));
        Assert.Equal(status.Strikes.Count, preview.Strikes ?? 1);
        Assert.Equal(status.AccountOutcomes.SingleOrDefault(x => x.Kind is not OutcomeKind.NotRecommended)?.Until, preview.StepUntil);
        Assert.Equal(preview.Strikes is null ? null : "Loss of one feature", preview.Step);
    }

    [Fact]
    public async Task Where_the_ladder_suspends_it_says_so()
    {
        world.Read(db =>
        {
            var json = RulebookFile.Shipped.Replace("\"ladder\": \"meta-2023\"", "\"ladder\": \"twitch\"", StringComparison.Ordinal);
            var rulebook = RulebookFile.Read(json, 2).Match(x => x, x => throw new InvalidOperationException(x.Words));
            db.Add(RulebookVersion.Install(rulebook, json, Now, Now));
            return db.SaveChanges();
        });
        await Strikes(1);
        var claim = await world.Claimed(World.Moderator, "judged");
        var preview = await world.Do(World.Moderator, new PreviewDecision(claim.CaseId, "fraud", Finding.Violates, [new(OutcomeKind.Strike)]));
        Assert.Equal(VerdictAction.Drop, preview.Then[Surface.Feed].Action);
        await world.Do(World.Moderator, Decide(World.Moderator, claim, outcomes: [new(OutcomeKind.Strike)], because: "It is gone already."));
        await Same(preview.Then, "judged");
    }

    [Fact]
    public async Task An_old_post_gets_no_strike_and_the_preview_says_so()
    {
        await world.Post("old", createdAt: Now.AddDays(-91));
        var preview = await world.Do(World.Moderator, new PreviewDecision(await Report(new("old")), "fraud", Finding.Violates, null));
        Assert.True(preview.TooOldForStrike);
        Assert.Equal((null, null, null), (preview.Strikes, preview.Step, preview.StrikeUntil));
        Assert.False(preview.Deviates);
    }

    [Fact]
    public async Task What_deciding_would_refuse_it_refuses_alike()
    {
        var open = await Report(await world.Post());
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Moderator, new PreviewDecision(open, "no-such", Finding.Violates, null)));
        Assert.Equal(EnforcementErrors.FindingMismatch, await world.Refuse(World.Moderator, new PreviewDecision(open, "rec-clickbait", Finding.Violates, null)));
        Assert.Equal(EnforcementErrors.RestrictedGuideline, await world.Refuse(World.Moderator, new PreviewDecision(open, "child-safety", Finding.Violates, null)));
        Assert.Equal("outcome.invalid", (await world.Refuse(
            World.Moderator, new PreviewDecision(open, "fraud", Finding.Violates, [new(OutcomeKind.Demoted, Weight: 2)]))).Code);
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new PreviewDecision(new(Guid.NewGuid()), "fraud", Finding.Violates, null)));
    }

    [Fact]
    public async Task A_restricted_decision_shows_in_no_verdict_of_others()
    {
        await world.Decide(await world.Post("sealed"), "child-safety", by: "wren");
        var preview = await world.Do(World.Moderator, new PreviewDecision(await Report(await world.Post()), "fraud", Finding.Violates, null));

        Assert.All(preview.Now.Values, x => Assert.True(x.IsPlainAllow));
        Assert.DoesNotContain("child-safety", preview.Then.Values.SelectMany(x => x.Grounds).Select(x => x.Code));
    }

    private static (OutcomeKind, string, int, double, DateTimeOffset, DateTimeOffset?) Said(EnforceDirectly.Effect x) =>
        (x.Kind, x.On.Id, x.Surfaces.Count, x.Weight, x.From, x.Until);

    private async Task Same(IReadOnlyDictionary<Surface, Verdict> then, string content)
    {
        foreach (var (surface, verdict) in then)
        {
            var real = await world.Verdict(surface, new(content));
            Assert.Equal((real.Action, real.Weight), (verdict.Action, verdict.Weight));
            Assert.Equal(real.Grounds.Select(x => x.Code), verdict.Grounds.Select(x => x.Code));
        }
    }
}
