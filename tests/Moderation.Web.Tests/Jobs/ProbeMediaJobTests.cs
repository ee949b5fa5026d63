using Moderation.Accounts;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Recommendations;
using Moderation.Web.Jobs;

namespace Moderation.Web.Tests.Jobs;

/// <summary>Two videos of one reel, both sharp enough: it is fine once both are known, and unknown before.</summary>
public sealed class ProbeMediaJobTests : JobContext
{
    private static readonly ContentId Reel = new("reel");
    private static readonly string[] Videos = ["one", "two"];

    public ProbeMediaJobTests() => Host.Settings["Probe:Folder"] = Path.GetTempPath();

    [Fact]
    public async Task Both_are_looked_into_once()
    {
        await Tell();
        Assert.Equal(FactVerdict.Unknown, await Sharpness());
        await Run(new ProbeMediaJob(new Looked(UseCases), Life));
        Assert.Equal(FactVerdict.Fine, await Sharpness());

        var again = new WatchedDoor(new Looked(UseCases));
        await Run(new ProbeMediaJob(again, Life));
        Assert.Empty(again.Asked.OfType<ProbeMedia>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_lost_the_lease_leaves_both_to_the_next(int look)
    {
        await Tell();
        var looks = 0;
        var door = new WatchedDoor(new Looked(UseCases), after: (asked, _) => asked is ProbeMedia && ++looks == look ? TakeOver("probe-media", ProbeMediaJob.Term) : Task.CompletedTask);
        await Run(new ProbeMediaJob(door, Life));
        Assert.Equal(look, looks);
        await Expect(nothingFrom: door);
    }

    [Fact]
    public async Task Killed_at_every_step_it_loses_nothing()
    {
        await Tell();
        var kills = 0;
        for (var at = 1; ; at++)
            try
            {
                await Run(new ProbeMediaJob(new WatchedDoor(new Looked(UseCases), (_, nth) => nth == at ? throw new KilledException() : Task.CompletedTask), Life));
                break;
            }
            catch (KilledException)
            {
                kills++;
            }

        Assert.True(kills >= 6, $"It was killed {kills} times.");
        Assert.Equal(FactVerdict.Fine, await Sharpness());
    }

    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_a_look()
    {
        await Tell();
        using var stopping = new Stopping();
        var door = new WatchedDoor(new Looked(UseCases), before: (asked, _) => asked is ProbeMedia ? stopping.Stop() : Task.CompletedTask);
        await Run(new ProbeMediaJob(door, stopping));
        Assert.Single(door.Asked.OfType<ProbeMedia>());
        await Expect(nothingFrom: door);
    }

    [Fact]
    public async Task Where_nothing_can_be_stored_now_it_waits_on()
    {
        await Tell();
        var door = new WatchedDoor(new Looked(UseCases, isBusy: true));
        await Run(new ProbeMediaJob(door, Life));
        Assert.Empty(door.Asked.OfType<ConcludeProbe>());
        await GoOn();
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_looked_into_as_it_is_now()
    {
        await Tell();
        var door = new WatchedDoor(new Looked(UseCases), before: (asked, _) => asked is RecordFacts { Revision: 1 } ? Tell("Changed.") : Task.CompletedTask);
        await Run(new ProbeMediaJob(door, Life));
        Assert.Equal([1, 2], door.Asked.OfType<RecordFacts>().Select(x => x.Revision));
        Assert.Equal(FactVerdict.Fine, await Sharpness());
    }

    private async Task Expect(WatchedDoor nothingFrom)
    {
        Assert.Empty(nothingFrom.Asked.OfType<RecordFacts>());
        Assert.Empty(nothingFrom.Asked.OfType<ConcludeProbe>());
        await GoOn();
    }

    private async Task GoOn()
    {
        Assert.Equal(FactVerdict.Unknown, await Sharpness());
        Host.Clock.Pass(2 * ProbeMediaJob.Term);
        await Run(new ProbeMediaJob(new Looked(UseCases), Life));
        Assert.Equal(FactVerdict.Fine, await Sharpness());
    }

    private async Task<FactVerdict> Sharpness() =>
        (await Do(new Actor.Staff(new("kestrel")), new FactsOf(Reel))).Rules.Single(x => x.Fact is ContentFact.ShortSidePixels).Verdict;

    private async Task Tell(string text = "")
    {
        await Do(Actor.Product, new PutAccount(new("author"), "author"));
        await Do(Actor.Product, new PutContent(
            Reel, new("author"), ContentKind.Reel, Host.Clock.GetUtcNow(), Text: text, ObservedAt: Host.Clock.GetUtcNow(),
            Media: [.. Videos.Select(x => new MediaItem(x, MediaKind.Video, $"file:///videos/{x}.mp4"))]));
        Host.Clock.Pass(TimeSpan.FromSeconds(1));
    }

    /// <summary>The real door; what a look into a file finds is given, so that no tool is needed.</summary>
    private sealed class Looked(IUseCases door, bool isBusy = false) : IUseCases
    {
        public async Task<Result<T>> Run<T>(Actor actor, IUseCase<T> useCase, IdempotencyKey? retry = null, CancellationToken ct = default)
        {
            ct.ThrowIfCancellationRequested();
            return useCase switch
            {
                ProbeMedia => (Result<T>)(object)new Result<ProbeMedia.Answer>.Ok(new([new(ContentFact.ShortSidePixels, 1080)], [])),
                RecordFacts when isBusy => PipelineErrors.Busy,
                _ => await door.Run(actor, useCase, retry, ct),
            };
        }
    }
}
