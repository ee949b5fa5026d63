using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Storage;

namespace Moderation.Tests.Laws;

/// <summary>The laws on a hundred made-up histories that went through the door.</summary>
public sealed class ThroughTheDoor : IAsyncLifetime
{
    private static readonly int Authors = Nightly.Many(40, byNight: 100);
    private const int Steps = 10;

    private static readonly Script[] Scripts = Draw();

    private readonly World told = new();
    private readonly World untold = new();

    public async Task InitializeAsync()
    {
        await told.InitializeAsync();
        await untold.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await told.DisposeAsync();
        await untold.DisposeAsync();
    }

    // Law 2.
    [Fact]
    public async Task Overturned_means_it_never_happened()
    {
        var with = new History(told, Scripts);
        await with.Play();
        var without = new History(untold, Scripts, with);
        await without.Play();
        var now = told.Clock.GetUtcNow();
        Assert.Equal(now, untold.Clock.GetUtcNow());
        // Else the two would be alike for want of anything to compare.
        Assert.True(told.Read(db => db.Decisions.Count(x => x.SupersededAt != null)) > Authors / 5);
        Assert.True(told.Read(db => db.Decisions.Count(x => x.FactCheckId != null && x.Rule == "copy" && x.OverturnedAt == null)) > Authors / 5);
        Assert.True(told.Read(db => db.Decisions.Count(x => x.FactCheckId != null && x.OverturnedAt != null)) > Authors / 5);
        Assert.True(with.Unmatched.Count > Authors / 20);
        with.Disputes.WereAll();

        foreach (var script in Scripts)
            foreach (var at in new[] { now, now.AddDays(40), now.AddDays(400), now - History.BetweenSteps * 4 })
                Assert.Equal(await without.Told(script, at, now), await with.Told(script, at, now));
    }

    // Laws 1, 3 and 4 on what is stored: verdicts resolve, notices are there, and the log says what the outcomes say.
    [Fact]
    public async Task No_penalty_is_silent()
    {
        await new History(told, Scripts).Play();
        var now = told.Clock.GetUtcNow();
        var decisions = told.Read(db => db.Decisions.AsNoTracking().ToDictionary(x => x.Id));
        var notices = told.Read(db => db.Notices.AsNoTracking().ToList()).SelectMany(x => x.Decisions.Select(id => (x.AccountId, id))).ToHashSet();
        var limits = 0;

        foreach (var script in Scripts)
            foreach (var surface in Enum.GetValues<Surface>())
                foreach (var verdict in await told.Verdicts(surface, [.. script.Acts.Select(x => History.Post(script, x.Step))]))
                {
                    Assert.True(verdict.IsPlainAllow || verdict.Grounds.Count > 0);
                    foreach (var id in verdict.Grounds.SelectMany(x => x.Outcomes))
                    {
                        var decision = decisions[told.Read(db => db.Outcomes.Single(x => x.Id == new OutcomeId(id))).DecisionId];
                        Assert.Equal(DecisionState.InForce, decision.State);
                        Assert.Contains((script.Account, decision.Id.Value), notices);
                        Assert.True(decision.AppealUntil >= decision.NoticeAt.AddMonths(6));
                        limits++;
                    }
                }

        Assert.True(limits > 500);
        foreach (var subject in told.Read(db => db.Set<StandingChange>().AsNoTracking().ToList()).GroupBy(x => (x.SubjectKind, x.SubjectId)))
        {
            var stored = told.Read(db => db.Outcomes.AsNoTracking().On(new(subject.Key.SubjectKind, subject.Key.SubjectId)).ToList())
                .Count(x => x.RetractedAt is null && x.Kind is not (OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Demonetised));
            var logged = System.Text.Json.JsonDocument.Parse(subject.MaxBy(x => x.CommitVersion)!.Timeline).RootElement.GetArrayLength();
            Assert.Equal(stored, logged);
        }

        Assert.Equal(now, told.Clock.GetUtcNow());
    }

    // Law 6: the log has no gaps and no two commits share a version.
    [Fact]
    public async Task The_log_has_a_version_a_commit_and_no_gaps()
    {
        await new History(told, Scripts[..10]).Play();

        var versions = told.Read(db => db.Set<StandingChange>().Select(x => x.CommitVersion).Distinct().Order().ToList());
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(x => (long)x), versions);
        Assert.Equal(versions[^1], told.Read(db => db.Set<Head>().Single(x => x.Log == Heads.Standings).Last));
    }

    // Law 8.
    [Fact]
    public async Task A_decision_shows_what_it_was_made_on()
    {
        await new History(told, Scripts[..5]).Play();

        foreach (var decision in told.Read(db => db.Decisions.AsNoTracking().ToList()))
        {
            var evidence = told.Read(db => db.Set<DecisionEvidence>().Single(x => x.DecisionId == decision.Id).Json);
            Assert.Equal(decision.EvidenceDigest, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(evidence))));
        }
    }

    private static Script[] Draw()
    {
        var chance = new Random(20210608);
        return [.. Enumerable.Range(0, Authors).Select(x => Script.Draw(x, Steps, chance))];
    }
}
