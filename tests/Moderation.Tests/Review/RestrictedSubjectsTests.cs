using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Review;

public sealed class RestrictedSubjectsTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_was_judged_restricted_stays_with_specialists_whatever_it_is_reported_for_later()
    {
        var post = await world.Post();
        await world.Decide(post, "child-safety", automation: Automation.Full);
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Post(post.Value, text: "Something else altogether stands here now.");
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(post), null, "spam", "Spam."));

        var @case = world.Read(db => db.Cases.Single(x => x.Stage == CaseStage.Waiting));
        Assert.True(@case.IsRestricted);
        Assert.Empty((await world.Do(World.Lead, new ReviewQueue())).Rows);
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new CaseFile(@case.Id)));
        Assert.Equal(@case.Id, (await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id))).CaseId);
    }

    [Fact]
    public async Task A_subject_never_has_two_cases_that_wait()
    {
        var post = await world.Post();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(x => world.Do(World.Platform, new FileReport(SubjectRef.Of(post), new AccountId($"r{x}"), "spam"))));

        Assert.Equal(12, Assert.Single(world.Read(db => db.Cases.ToList())).Reports);
    }
}
