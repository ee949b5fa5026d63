using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using static Moderation.Tests.Laws.MisinformationScript;

namespace Moderation.Tests.Laws;

/// <summary>Plays a script for one account through the door, and keeps a plain record of what happened.</summary>
/// <param name="chance">Draws how late posts are heard of, and in which order; null for at once.</param>
internal sealed class MisinformationPlay(World world, MisinformationScript script, string name, Random? chance)
{
    private static readonly Actor.Staff Checker = new(new("checker"));

    private readonly Dictionary<(int Claim, int Post), DateTimeOffset> posted = [];
    private readonly HashSet<(int Claim, int Post)> heard = [];
    private readonly Dictionary<(int Claim, int Check), (FactCheckId Id, Rating? Rating, DateTimeOffset At)> checks = [];
    private readonly HashSet<(int Claim, int Post)> unmatched = [];
    private readonly HashSet<DateTimeOffset> known = [];
    private readonly List<(int Due, Deed Deed)> later = [];

    public AccountId Account { get; } = new(name);

    public DateTimeOffset Begun { get; } = world.Clock.GetUtcNow();

    /// <summary>When each post that counts began to, by what is known now.</summary>
    public IReadOnlyList<DateTimeOffset> StrikesNow => [.. posted.Keys.Select(CountsFrom).OfType<DateTimeOffset>().Order()];

    /// <summary>All that ever counted.</summary>
    public IEnumerable<DateTimeOffset> StrikesKnown => known;

    public async Task Begin()
    {
        foreach (var account in new[] { Account, Stranger })
            await world.Do(World.Platform, new PutAccount(account, account.Value, FollowerCount: 100));
    }

    public async Task Do(int step)
    {
        var now = new List<Deed>(script.Steps[step].Deeds);
        foreach (var post in now.Where(x => x.What is MisinformationScript.What.Post))
            posted[(post.Claim, post.Post)] = world.Clock.GetUtcNow();
        if (chance is not null)
        {
            later.AddRange(now.Where(x => x.What is MisinformationScript.What.Post).Select(x => (step + chance.Next(4), x)));
            now.RemoveAll(x => x.What is MisinformationScript.What.Post);
            foreach (var (due, deed) in later.Where(x => x.Due <= step).ToArray())
            {
                later.Remove((due, deed));
                now.Insert(chance.Next(now.Count + 1), deed);
            }
        }

        foreach (var deed in now)
            await Do(deed, step);
        known.UnionWith(StrikesNow);
    }

    public async Task HearTheRest()
    {
        while (later is [var (_, deed), ..])
        {
            later.RemoveAt(0);
            await Do(deed, script.Steps.Count);
        }
    }

    /// <summary>Whether what rankers are told now, by its own words, is what the record asks for. Answers whether the account is limited.</summary>
    public async Task<bool> Agrees(DateTimeOffset now)
    {
        var told = (await world.Do(World.Product, new CheckEligibility(Surface.Stories, Viewer.Adult, null, [new(Account: Account)]))).Verdicts[0];
        var explained = await world.Do(World.Lead, new ExplainEligibility(SubjectRef.Of(Account)));
        var isLimited = Repeats.IsLimited(StrikesNow, (2, 90, 90), now);
        Assert.Equal((name, now, isLimited ? 0.5 : 1), (name, now, told.Weight));
        Assert.Equal(isLimited, explained.Standing.Any(x => x.Kind is OutcomeKind.NotRecommended && x.Guideline == "account.misinformation" && x.Until > now));
        return isLimited;
    }

    /// <summary>Law 1: whatever limits the account rests on a decision that was told, may be appealed, and names the ratings it follows from.</summary>
    public void Resolves()
    {
        var notices = world.Read(db => db.Notices.AsNoTracking().Where(x => x.AccountId == Account).ToList()).SelectMany(x => x.Decisions).ToHashSet();
        foreach (var step in world.Read(db => db.Decisions.AsNoTracking().Where(x => x.AuthorId == Account && x.Ladder != null && x.SupersededAt == null).ToList()))
        {
            var cited = world.Read(db => db.Set<Citation>().Where(x => x.DecisionId == step.Id).Select(x => db.Set<Decision>().Single(y => y.Id == x.CitedId).FactCheckId).ToList());
            Assert.Contains(step.Id.Value, notices);
            Assert.True(step.AppealUntil >= step.MadeAt.AddMonths(6) && cited.Count >= 2 && cited.TrueForAll(x => x is not null));
        }
    }

    public IReadOnlyList<Outcome> Outcomes() => world.Read(db => db.Outcomes.AsNoTracking().On(SubjectRef.Of(Account)).ToList()).ConvertAll(x => x.ForRanking());

    public static bool IsLimited(IEnumerable<Outcome> outcomes, DateTimeOffset at, DateTimeOffset known)
    {
        var standing = Standing.Of(outcomes, at, known);
        var (stories, explore) = (Ranking.Eligibility.On(standing, new(Surface.Stories, Viewer.Adult, Follows: true)), Ranking.Eligibility.On(standing, new(Surface.Explore, Viewer.Adult, Follows: true)));
        Assert.Equal((at, stories.Weight < 1), (at, explore.Action is VerdictAction.Drop));
        return stories.Weight < 1;
    }

    private AccountId Stranger => new($"{name}-stranger");

    // The rule as it is told: named posts count, copies only if they were posted after the rating; a post counts once.
    private DateTimeOffset? CountsFrom((int Claim, int Post) post)
    {
        var (claim, at) = (script.Claims[post.Claim], posted[post]);
        if (post.Post == 0 && !claim.IsOwn || unmatched.Contains(post) || !posted.ContainsKey((post.Claim, 0)))
            return null;

        DateTimeOffset? first = null;
        for (var check = 0; check < claim.Hosts.Count; check++)
            if (claim.Hosts[check] is not "rumours.example" && checks.TryGetValue((post.Claim, check), out var rated) && rated.Rating is Rating.False or Rating.Altered
                && (post.Post == 0 || at > rated.At) && (at > rated.At ? at : rated.At) is var from && !(first <= from))
                first = from;
        return first;
    }

    private async Task Do(Deed deed, int step)
    {
        var (post, check, now) = ((deed.Claim, deed.Post), (deed.Claim, deed.Check), world.Clock.GetUtcNow());
        switch (deed.What)
        {
            case MisinformationScript.What.Post:
                await world.Do(World.Platform, new PutContent(
                    Id(post), deed.Post == 0 && !script.Claims[deed.Claim].IsOwn ? Stranger : Account, ContentKind.Post, posted[post], Text: Words(deed.Claim)));
                heard.Add(post);
                break;
            case MisinformationScript.What.Rate:
                checks[check] = ((await world.Do(Checker, new FileFactCheck(Review(deed), [Id((deed.Claim, 0))]))).FactCheckId, deed.Rating, now);
                break;
            case MisinformationScript.What.Correct:
                var before = checks[check];
                await world.Do(Checker, new CorrectFactCheck(before.Id, deed.Rating, "We looked again.", "Harbour Checks"));
                checks[check] = before with { Rating = deed.Rating, At = deed.Rating == before.Rating ? before.At : now };
                break;
            // What nobody has heard of yet cannot be looked at.
            case MisinformationScript.What.Unmatch when !heard.Contains(post) || !heard.Contains((deed.Claim, 0)):
                if (chance is not null)
                    later.Add((step + 1, deed));
                break;
            case MisinformationScript.What.Unmatch:
                if (!(await world.Run(Checker, new UnmatchCopy(checks[(deed.Claim, 0)].Id, Id(post), "It only quotes it."))).IsRefused)
                    unmatched.Add(post);
                break;
            case MisinformationScript.What.Delete when !heard.Contains(post):
                later.Add((step + 1, deed));
                break;
            case MisinformationScript.What.Delete:
                await world.Do(World.Platform, new DeleteContent(Id(post), now, DeletedBy.Author));
                break;
        }
    }

    private ContentId Id((int Claim, int Post) post) => new($"{name}-{post.Claim}-{post.Post}");

    // Words of no language, so that no two claims are near each other.
    private string Words(int claim)
    {
        var letters = new Random(name.Aggregate(claim + 17, (seed, letter) => unchecked((seed * 31) + letter)));
        return string.Join(' ', Enumerable.Range(0, 14).Select(_ => new string([.. Enumerable.Range(0, 7).Select(_ => (char)('a' + letters.Next(26)))])));
    }

    private JsonElement Review(Deed deed) => JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["@type"] = "ClaimReview",
        ["url"] = $"https://{script.Claims[deed.Claim].Hosts[deed.Check]}/{name}/{deed.Claim}",
        ["claimReviewed"] = Words(deed.Claim),
        ["author"] = new { name = "Harbour Checks" },
        ["reviewRating"] = new { alternateName = deed.Rating is Rating.PartlyFalse ? "Partly false" : deed.Rating.ToString() },
    });
}
