using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

/// <summary>What somebody reads of their posts is what rankers are told of them, at every instant at which that changes.</summary>
public sealed class AccountStatusLaws : IAsyncLifetime
{
    private const int Steps = 10;
    private static readonly int Authors = Nightly.Many(10, byNight: 40);
    private static readonly int Instants = Nightly.Many(12, byNight: 60);

    private readonly World world = new();
    private readonly List<(AccountId Author, ContentId Post)> posts = [];
    private int differing;

    public async Task InitializeAsync() => await world.InitializeAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    // Laws 1 and 3.
    [Fact]
    public async Task Account_Status_says_of_every_post_what_rankers_are_told()
    {
        var chance = new Random(20211112);
        Script[] scripts = [.. Enumerable.Range(0, Authors).Select(x => Script.Draw(x, Steps, chance))];
        await new History(world, scripts).Play();
        foreach (var script in scripts)
            posts.AddRange(script.Acts.Select(x => (script.Account, History.Post(script, x.Step))));
        for (var number = 0; number < 3 * Authors; number++)
            await Hang(number, chance);

        await Compare();
        foreach (var at in Changes())
        {
            // The last instant before it, and it.
            foreach (var moment in new[] { at.AddTicks(-1), at })
            {
                world.Clock.Pass(moment - world.Clock.GetUtcNow());
                await Compare();
            }
        }

        Assert.True(differing > 1000, $"{differing} verdicts were no plain allow.");
    }

    // Onto whatever is there: replies to replies too, and reshares of them.
    private async Task Hang(int number, Random chance)
    {
        var (author, above, id) = (posts[chance.Next(posts.Count)].Author, posts[chance.Next(posts.Count)].Post, new ContentId($"hanging-{number}"));
        var isReply = chance.Next(2) == 0;
        await world.Do(World.Platform, new PutContent(
            id, author, isReply ? ContentKind.Comment : ContentKind.Post, world.Clock.GetUtcNow(), isReply ? above : null, isReply ? null : above, Text: $"Hanging, number {number}."));
        posts.Add((author, id));
    }

    private DateTimeOffset[] Changes()
    {
        var now = world.Clock.GetUtcNow();
        return [.. world.Read(db => db.Outcomes.AsNoTracking().Where(x => x.RetractedAt == null && x.Until > now).Select(x => x.Until!.Value).Distinct().ToList()).Order().Take(Instants)];
    }

    private async Task Compare()
    {
        var told = new Dictionary<(ContentId, Onlooker, Surface), Verdict>();
        foreach (var onlooker in Enum.GetValues<Onlooker>())
            foreach (var surface in Enum.GetValues<Surface>())
            {
                var verdicts = (await world.Do(World.Product, new CheckEligibility(
                    surface, ViewerOf(onlooker), null, [.. posts.Select(x => new CheckEligibility.Candidate(x.Post, Follows: onlooker is Onlooker.Follower))]))).Verdicts;
                foreach (var (post, verdict) in posts.Zip(verdicts))
                    told[(post.Post, onlooker, surface)] = verdict;
            }

        foreach (var mine in posts.GroupBy(x => x.Author))
        {
            var status = await world.Do(new Actor.Member(mine.Key), new AccountStatus(mine.Key));
            var listed = status.Content.ToDictionary(x => x.Id);
            foreach (var post in mine.Select(x => x.Post))
                foreach (var onlooker in Enum.GetValues<Onlooker>())
                    foreach (var surface in Enum.GetValues<Surface>())
                    {
                        var expected = told[(post, onlooker, surface)];
                        Assert.Equal(Written(post, onlooker, surface, expected), Written(post, onlooker, surface, Read(status, listed.GetValueOrDefault(post), onlooker, surface)));
                        if (!expected.IsPlainAllow)
                            differing++;
                    }

            Assert.Empty(Unexplained(mine.Key, status, [.. mine.SelectMany(x => told.Where(y => y.Key.Item1 == x.Post)).SelectMany(x => x.Value.Grounds).SelectMany(x => x.Outcomes).Distinct()]));
        }
    }

    // As somebody would who goes by nothing but the page.
    private static Verdict Read(AccountStatus.Answer status, AccountStatus.Post? post, Onlooker onlooker, Surface surface) =>
        post is null
            ? status.EveryPost!.FirstOrDefault(x => (x.Onlooker, x.Surface) == (onlooker, surface))?.Verdict ?? Verdict.Allow
            : post.Otherwise!.FirstOrDefault(x => (x.Onlooker, x.Surface) == (onlooker, surface))?.Verdict ?? post.Verdicts[surface];

    // Whatever limits one's own has its decision on the page, with a notice and a way on; what limits what it hangs on is its author's.
    private List<Guid> Unexplained(AccountId author, AccountStatus.Answer status, IReadOnlyList<Guid> outcomes) => world.Read(db =>
    {
        var shown = status.Content.SelectMany(x => x.DecisionIds).Concat(status.AccountOutcomes.Select(x => x.DecisionId)).ToHashSet();
        var notices = db.Notices.AsNoTracking().Where(x => x.AccountId == author).ToList().SelectMany(x => x.Decisions).ToHashSet();
        return outcomes.Where(id =>
        {
            var outcome = db.Outcomes.AsNoTracking().Single(x => x.Id == new OutcomeId(id));
            var decision = db.Decisions.AsNoTracking().Single(x => x.Id == outcome.DecisionId);
            return decision.AuthorId == author && !(shown.Contains(decision.Id) && notices.Contains(decision.Id.Value) && decision.AppealUntil >= decision.NoticeAt.AddMonths(6));
        }).ToList();
    });

    private static string Written(ContentId post, Onlooker onlooker, Surface surface, Verdict x) =>
        $"{post.Value} {onlooker} {surface}: {x.Action} {x.Weight} [{string.Join(',', x.Labels)}] {string.Join(' ', x.Grounds.Select(y => $"{y.Code}({string.Join(',', y.Outcomes)})"))}";

    private static Viewer? ViewerOf(Onlooker onlooker) => onlooker switch
    {
        Onlooker.Unknown => null,
        Onlooker.Minor => new Viewer { IsMinor = true },
        _ => Viewer.Adult,
    };
}
