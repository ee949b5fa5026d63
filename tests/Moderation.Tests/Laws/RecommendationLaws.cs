using FsCheck;
using FsCheck.Fluent;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Ranking;
using Moderation.Recommendations;

namespace Moderation.Tests.Laws;

/// <summary>Whether accounts may be recommended, on the pure fold.</summary>
public sealed class RecommendationLaws
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly OutcomeTemplate Withheld = new(OutcomeKind.NotRecommended, OutcomeTarget.Author, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    private static readonly AccountRule[] Rules =
    [
        Rule("breach", AccountFact.Breaches, atLeast: 1, days: 90),
        Rule("twice", AccountFact.Misinformation, atLeast: 2, days: 90),
        Rule("posts", AccountFact.NotRecommendable, atLeast: 3, last: 5),
        Rule("copies", AccountFact.Reposts, atLeast: 3, days: 30, cure: Cure.AfterLast, cureDays: 30, listing: new(null, new(2026, 9, 1))),
        Rule("copies", AccountFact.Reposts, atLeast: 3, days: 30, cure: Cure.MostlyOriginal, listing: new(new(2026, 9, 1))),
        Rule("ads", AccountFact.AdsBanned, cure: Cure.StateEnds),
    ];

    private static readonly Gen<DateTimeOffset> Instant = from hour in Gen.Choose(0, 400 * 4) select Start.AddHours(hour * 6);

    private static readonly Gen<PostMade[]> Posts =
        from count in Gen.Choose(0, 25)
        from at in Instant.ArrayOf(count)
        from gone in Gen.Choose(0, 400).ArrayOf(count)
        select at.Select((x, i) => new PostMade($"post-{i}", x, gone[i] > 300 ? x.AddDays(gone[i] - 300) : null, IsProfile: gone[i] == 7)).ToArray();

    private static readonly Gen<RulesInForce[]> Histories =
        from at in Instant
        from more in Gen.Choose(0, 1)
        select new RulesInForce[] { new(1, DateTimeOffset.MinValue, Rules), new(2, at, [.. Rules.Select(x => x with { AtLeast = x.AtLeast + more })]) };

    private static readonly Gen<AccountRecord> Records =
        from posts in Posts
        from history in Histories
        from count in Gen.Choose(0, 20)
        from causes in Cause(posts).ArrayOf(count)
        select new AccountRecord(causes, posts, history, new HashSet<(string, Guid)>());

    // Law 4.
    [Fact]
    public void The_order_in_which_it_was_recorded_does_not_matter() => Law.Holds(
        from record in Records from seed in Gen.Choose(0, 1000) select (record, seed),
        x => Told(x.record).SequenceEqual(Told(Shuffled(x.record, new(x.seed)))), times: 2000);

    // Law 2, at every instant at which anything may change and in between.
    [Fact]
    public void What_was_overturned_never_was() => Law.Holds(
        from record in Records from seed in Gen.Choose(0, 1000) select (record, seed), x =>
        {
            var chance = new Random(x.seed);
            var overturned = x.record.Causes.Select(y => y.Decision).Where(_ => chance.Next(3) == 0).ToHashSet();
            var account = new DerivedAccount();
            account.Live(x.record, chance);
            foreach (var decision in overturned.OrderBy(_ => chance.Next()))
                account.TakeBack(decision);

            var without = new DerivedAccount();
            without.Live(x.record with { Causes = [.. x.record.Causes.Where(y => !overturned.Contains(y.Decision))] }, chance);
            return account.Limits().SequenceEqual(without.Limits());
        }, times: 3000);

    // Law 3: what comes later opens and ends nothing before it.
    [Fact]
    public void The_future_rewrites_nothing() => Law.Holds(
        from record in Records from at in Instant select (record, at), x =>
            Before(x.record, x.at).SequenceEqual(Before(Until(x.record, x.at), x.at)), times: 2000);

    [Fact]
    public void A_run_holds_what_its_rule_asks_for_where_it_begins() => Law.Holds(Records, x => RuleFold.RunsOf(x).All(run =>
        run.Causes.Count >= 1 && run.Causes.Contains(run.Cause) && !(run.To <= run.From) && run.Rule.Listing.Covers(run.From)
        && x.CausesOf(run.Rule).Where(y => y.CountsAt(run.From, run.Rule.WindowDays)).DistinctBy(y => y.Counted).Count() >= (run.Rule.AtLeast ?? 1)), times: 2000);

    [Fact]
    public void Runs_of_one_rule_do_not_overlap() => Law.Holds(Records, x => RuleFold.RunsOf(x).GroupBy(run => run.Code)
        .All(runs => runs.Zip(runs.Skip(1)).All(pair => pair.First.To <= pair.Second.From)), times: 2000);

    // A window that no rule but time ends has its end from the beginning.
    [Fact]
    public void What_time_ends_is_known_when_it_begins() => Law.Holds(Records, x => RuleFold.RunsOf(x)
        .Where(run => run.Rule is { WindowDays: not null }).All(run => run.To is not null), times: 2000);

    // Who takes a decision on the account back forgives what it rested on.
    [Fact]
    public void What_a_person_forgave_is_not_held_against_the_account_again() => Law.Holds(
        from record in Records from seed in Gen.Choose(0, 1000) select (record, seed), x =>
        {
            var account = new DerivedAccount();
            account.Live(x.record, new(x.seed));
            if (account.Forgive(new Random(x.seed)) is not { } forgiven)
                return true;

            account.Fold();
            return account.InForce.Where(y => y.Code == forgiven.Code).All(y => !y.Causes.Overlaps(forgiven.Causes));
        }, times: 2000);

    private static AccountRule Rule(
        string code, AccountFact counts, int? atLeast = null, int? last = null, int? days = null, Cure cure = Cure.Window, int? cureDays = null, Listing listing = default) =>
        new(code, code, counts, atLeast, last, days, [], [Withheld], cure, cureDays, listing);

    private static Gen<CauseCounted> Cause(PostMade[] posts) =>
        from fact in Gen.Elements(AccountFact.Breaches, AccountFact.Misinformation, AccountFact.NotRecommendable, AccountFact.NotRecommendable, AccountFact.Reposts, AccountFact.Reposts, AccountFact.AdsBanned)
        from post in Gen.Choose(0, Math.Max(0, posts.Length - 1))
        from later in Gen.Choose(0, 20)
        from at in Instant
        from days in Gen.Choose(1, 80)
        select Made(fact, posts.Length == 0 || fact is AccountFact.AdsBanned ? null : posts[post], later, at, days);

    private static CauseCounted Made(AccountFact fact, PostMade? post, int later, DateTimeOffset at, int days)
    {
        var from = post?.At.AddDays(later) ?? at;
        DateTimeOffset? to = fact is AccountFact.AdsBanned || days > 60 ? from.AddDays(days) : null;
        if (fact is AccountFact.NotRecommendable or AccountFact.Reposts && post?.Gone is { } gone && !(to <= gone))
            to = gone > from ? gone : from.AddTicks(1);
        return new(fact, Guid.NewGuid(), "any", post?.Id, fact is AccountFact.Reposts ? post?.At ?? from : from, from, to);
    }

    private static AccountRecord Shuffled(AccountRecord record, Random chance)
    {
        var (causes, posts, history) = (record.Causes.Concat(record.Causes.Take(2)).ToArray(), record.Posts.Concat(record.Posts.Take(2)).ToArray(), record.History.ToArray());
        chance.Shuffle(causes);
        chance.Shuffle(posts);
        chance.Shuffle(history);
        return record with { Causes = causes, Posts = posts, History = history };
    }

    private static AccountRecord Until(AccountRecord record, DateTimeOffset at) => record with
    {
        Causes = [.. record.Causes.Where(x => x.From < at && x.At < at)],
        Posts = [.. record.Posts.Where(x => x.At < at)],
    };

    private static IEnumerable<(string, int, DateTimeOffset)> Before(AccountRecord record, DateTimeOffset at) =>
        RuleFold.RunsOf(record).Where(x => x.From < at).Select(x => (x.Code, x.Version, x.From));

    private static IEnumerable<string> Told(AccountRecord record) => RuleFold.RunsOf(record)
        .Select(x => $"{x.Code} {x.Version} {x.From:O} {x.To:O} {x.Cause} {string.Join(',', x.Causes.Order())}");
}
