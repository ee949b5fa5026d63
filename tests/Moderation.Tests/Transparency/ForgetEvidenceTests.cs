using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class ForgetEvidenceTests : InAWorld
{
    [Fact]
    public async Task It_goes_the_instant_after_redress_ended_and_the_rest_stays()
    {
        WithoutAccountRules();
        var decision = await world.Decide(await world.Post(text: "A xylograph."));
        TurnTo(decision.AppealUntil);
        Assert.Equal(0, (await Forget()).Forgotten);

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, (await Forget()).Forgotten);
        Assert.Equal(0, (await Forget()).Forgotten);

        var file = await world.Do(World.Member, new DecisionFile(decision.Id));
        Assert.Equal((Now, decision.EvidenceDigest), (file.EvidenceForgottenAt, file.EvidenceDigest));
        Assert.NotEmpty(file.RuleText);
        Assert.Contains("xylograph", file.StatementOfReasons.Text, StringComparison.Ordinal);
        var evidence = await world.Do(World.Lead, new EvidenceOf(decision.Id));
        Assert.Equal((null, null, Now), (evidence.Json, evidence.IsGenuine, evidence.ForgottenAt));
    }

    [Fact]
    public async Task An_open_appeal_keeps_it_and_so_does_half_a_year_after_one_that_was_won()
    {
        WithoutAccountRules();
        var open = await world.Decide(await world.Post("open"));
        var won = await world.Decide(await world.Post("won", new("winner")));
        TurnTo(open.AppealUntil.AddDays(-1));
        await world.Appeal(open.Id);
        await world.Rule(await world.Appeal(won.Id, new AccountId("winner")), Ruling.Overturned);
        TurnTo(open.AppealUntil.AddDays(30));
        Assert.Equal(0, (await Forget()).Forgotten);

        await world.Do(World.Member, new WithdrawAppeal(world.Read(db => db.Appeals.Single(x => x.DecisionId == open.Id).Id), World.Author));
        Assert.Equal(1, (await Forget()).Forgotten);
        world.Clock.Pass(TimeSpan.FromDays(200));
        Assert.Equal(1, (await Forget()).Forgotten);
    }

    [Fact]
    public async Task Restricted_evidence_stays_a_year_over_a_leap_day_and_longer_where_promised()
    {
        WithoutAccountRules();
        TurnTo(new(2028, 2, 29, 12, 0, 0, TimeSpan.Zero));
        await world.Decide(await world.Post("plain"), "child-safety", by: "wren");
        var promised = await world.Decide(await world.Post("promised", new("other")), "child-safety", by: "wren");
        await world.Do(World.ChildSafety, new RecordAuthorityReport(promised.Id, "CT-1", new(2030, 3, 1, 0, 0, 0, TimeSpan.Zero)));

        TurnTo(new(2029, 2, 28, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await Forget()).Forgotten);
        world.Clock.Pass(TimeSpan.FromTicks(1));
        // With what both accounts were closed on, which holds nothing of the items.
        Assert.Equal(1 + 2, (await Forget()).Forgotten);
        TurnTo(new(2030, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await Forget()).Forgotten);
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, (await Forget()).Forgotten);
    }

    [Fact]
    public async Task What_was_erased_leaves_no_word_once_redress_ended_and_the_audit_still_verifies()
    {
        var post = await world.Post(text: "A xylograph.");
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(post), new AccountId("reporter"), "spam", "It shows a xylograph."));
        await world.Do(World.Platform, new SendSignal(SubjectRef.Of(post), "texts", "1", "spam", 0.9, Explanation: "It says xylograph."));
        var decision = await world.Decide(post, "spam");
        await world.Do(World.Member, new FileAppeal(decision.Id, null, World.Author, "My xylograph is fine."));
        await world.Rule(world.Read(db => db.Appeals.Single().Id), Ruling.Upheld);
        await world.Do(World.Platform, new DeleteAccount(World.Author, Now, DeletedBy.Author, Erase: true));
        await Forget();
        Assert.Contains("xylograph", world.Fingerprint(), StringComparison.Ordinal);

        TurnTo(decision.AppealUntil.AddTicks(1));
        await Forget();
        Assert.DoesNotContain("xylograph", world.Fingerprint(), StringComparison.Ordinal);

        while (await world.Do(World.Product, new SealAudit()) > 0)
        {
        }

        Assert.True((await world.Do(World.Admin, new VerifyAudit())).IsSound);
    }

    [Fact]
    public async Task A_reporter_who_is_erased_is_not_read_any_more()
    {
        var post = await world.Post();
        await world.Do(World.Platform, new PutAccount(new("reporter"), "reporter"));
        await Report(post, "spam");
        await world.Do(World.Platform, new DeleteAccount(new("reporter"), Now, DeletedBy.Author, Erase: true));
        Assert.Equal(1, (await Forget()).Erased);
        Assert.Null(world.Read(db => db.Reports.Single().Details));
    }

    [Fact]
    public async Task More_than_a_chunk_is_done_in_two_and_nothing_twice()
    {
        WithoutAccountRules();
        for (var i = 0; i <= ForgetEvidence.Chunk; i++)
            await world.Decide(await world.Post($"post-{i}", new($"author-{i}")), "spam");
        world.Clock.Pass(TimeSpan.FromDays(200));

        Assert.Equal(new(ForgetEvidence.Chunk, 0, IsMore: true), await Forget());
        // Whatever is killed between two chunks, the next one goes on where it was.
        Assert.Equal(new(1, 0, IsMore: false), await Forget());
        Assert.False(world.Read(db => db.Evidence.Any(x => x.ErasedAt == null || x.Json != "")));
    }

    private Task<ForgetEvidence.Answer> Forget() => world.Do(World.Product, new ForgetEvidence());

    private void TurnTo(DateTimeOffset at) => world.Clock.Pass(at - Now);
}
