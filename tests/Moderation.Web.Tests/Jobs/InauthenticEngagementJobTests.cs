using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Jobs;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Jobs;

public sealed class InauthenticEngagementJobTests : JobContext
{
    private static readonly Actor.Staff Kestrel = new(new("kestrel"));

    // Twelve bought accounts, a machine and a pod of eight; two friends who like most of each other's posts are not named.
    private const int Planted = 12 + 1 + 8;

    [Fact]
    public async Task What_it_finds_stands_before_a_moderator_with_what_was_seen()
    {
        await Tell();
        await Run(new InauthenticEngagementJob(UseCases, Life));

        var seen = new Dictionary<string, string>();
        while (await UseCases.Run(Kestrel, new ClaimNextCase(Kestrel.Id)) is Result<ClaimNextCase.Answer>.Ok(var claim))
        {
            var file = await Do(Kestrel, new CaseFile(claim.CaseId));
            Assert.Equal("inauthentic-engagement", Assert.Single(file.Named).Guideline);
            seen[file.Subject.Id] = Assert.Single(Texts.Signals(file)).Explanation!;
        }

        Assert.Equal(Planted, seen.Count);
        Assert.StartsWith("12 accounts acted from this device 72 times within 24 hours: 100 % of it on the same targets", seen["bought-3"], StringComparison.Ordinal);
        Assert.Matches("^1[34][0-9]{2} acts in 24 hours of a day, the longest pause 1 minutes", seen["machine"]);
        Assert.StartsWith("One of 8 accounts that like or comment on each other within 10 minutes: at 100 % of ", seen["pod-0"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_every_step_it_goes_on_where_it_was_and_says_all_of_it_once(bool before)
    {
        await Tell();
        Task Kill(int at, int nth) => nth == at ? throw new KilledException() : Task.CompletedTask;
        var (advanced, kills) = (new List<SweepPlace>(), 0);
        for (var at = 1; ; at++)
        {
            var door = before ? new WatchedDoor(UseCases, (_, nth) => Kill(at, nth)) : new WatchedDoor(UseCases, after: (_, nth) => Kill(at, nth));
            try
            {
                await Run(new InauthenticEngagementJob(door, Life));
                break;
            }
            catch (KilledException)
            {
                kills++;
            }
            finally
            {
                advanced.AddRange(door.Asked.OfType<AdvanceSweep>().Select(x => x.From));
            }
        }

        Assert.True(kills >= 8, $"It was killed {kills} times.");
        Assert.Equal(advanced.OrderBy(x => x.Sweep).ThenBy(x => x.Stage).ThenBy(x => x.After), advanced);
        Assert.All(advanced, x => Assert.Equal(1, x.Sweep));
        await Run(new InauthenticEngagementJob(UseCases, Life));
        Assert.Equal(Planted, await Waiting());
    }

    [Fact]
    public async Task Cancelled_or_stopped_it_ends_between_two_parts_and_the_next_goes_on()
    {
        await Tell();
        using var stopping = new Stopping();
        var stopped = new WatchedDoor(UseCases, after: (asked, _) => asked is AdvanceSweep ? stopping.Stop() : Task.CompletedTask);
        await Run(new InauthenticEngagementJob(stopped, stopping));
        Assert.Single(stopped.Asked.OfType<SeekInauthentic>());

        using var cancelled = new CancellationTokenSource();
        var door = new WatchedDoor(UseCases, after: (asked, _) => asked is AdvanceSweep ? cancelled.CancelAsync() : Task.CompletedTask);
        await Run(new InauthenticEngagementJob(door, Life), cancelled.Token);
        Assert.Equal(SweepStage.Accounts, Assert.Single(door.Asked.OfType<AdvanceSweep>()).From.Stage);

        await Run(new InauthenticEngagementJob(UseCases, Life));
        Assert.Equal(Planted, await Waiting());
    }

    [Fact]
    public async Task Whoever_lost_the_lease_lets_the_other_go_on()
    {
        await Tell();
        var door = new WatchedDoor(UseCases, after: (asked, _) => asked is SeekInauthentic ? TakeOver("inauthentic-engagement") : Task.CompletedTask);
        await Run(new InauthenticEngagementJob(door, Life));
        Assert.Empty(door.Asked.OfType<RecordSuspicions>());

        await Run(new InauthenticEngagementJob(UseCases, Life));
        Assert.Equal(0, await Waiting());
        Host.Clock.Pass(TakeJobLease.UsualTerm);
        await Run(new InauthenticEngagementJob(UseCases, Life));
        Assert.Equal(Planted, await Waiting());
    }

    private IStringLocalizer Texts => Host.Services.GetRequiredService<IStringLocalizer<Texts>>();

    private async Task<int> Waiting() => (await Do(Kestrel, new ReviewQueue())).Count;

    private async Task Tell()
    {
        var now = Now;
        string[] names = [.. Named("bought", 12), "machine", .. Named("pod", 8), "friend-0", "friend-1"];
        foreach (var name in names)
            await Do(Actor.Product, new PutAccount(new(name), name));
        await Do(Actor.Product, new TellFollows([.. from account in Enumerable.Range(0, 12)
                                                   from target in Enumerable.Range(0, 6)
                                                   select new FollowTold(new($"bought-{account}"), new($"customer-{target}"), now.AddMinutes(-10 - account * 20 - target), Device: "phone")]));
        foreach (var some in Enumerable.Range(1, 1430).Chunk(1000))
            await Do(Actor.Product, new TellInteractions([.. some.Select(x => new InteractionTold(new("machine"), new($"anything-{x}"), InteractionKind.Comment, now.AddMinutes(-x)))]));
        await Post(Named("pod", 8), minutes: 3);
        await Post(Named("friend", 2), minutes: 120);
    }

    // Each posts once a day for five days, and every other comes by.
    private async Task Post(string[] members, int minutes)
    {
        var acts = new List<InteractionTold>();
        foreach (var (place, author) in members.Index())
            for (var day = 1; day <= 5; day++)
            {
                var (post, at) = (new ContentId($"{author}-{day}"), Now.AddDays(-day).AddMinutes(-30 * place));
                await Do(Actor.Product, new PutContent(post, new(author), ContentKind.Post, at, Text: $"Day {day}."));
                acts.AddRange(members.Where(x => x != author).Select(x => new InteractionTold(new(x), post, InteractionKind.Like, at.AddMinutes(minutes))));
            }

        await Do(Actor.Product, new TellInteractions(acts));
    }

    private static string[] Named(string kind, int count) => [.. Enumerable.Range(0, count).Select(x => $"{kind}-{x}")];
}
