using FsCheck;
using FsCheck.Fluent;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Tests.FactChecks;

namespace Moderation.Tests.Laws;

/// <summary>What fact-checkers see first is what is expected to do most harm, page after page, and each of it once.</summary>
public sealed class ClaimOrderLaws : OnDoubt
{
    private static readonly Gen<(int Reach, int Reports, double Score)> Posts =
        from reach in Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 3_000_000))
        from reports in Gen.Choose(0, 40)
        from score in Gen.Choose(0, 100)
        select (reach, reports, score / 100.0);

    [Fact]
    public void It_is_reach_times_doubt() => Law.Holds(
        from one in Posts
        from other in Posts
        select (one, other),
        x =>
        {
            var (one, other) = (Product(x.one), Product(x.other));
            var by = Harm(x.one).CompareTo(Harm(x.other));
            return Math.Abs(one - other) <= 1e-9 * Math.Max(one, other) || by == one.CompareTo(other);

            static double Product((int Reach, int Reports, double Score) post) =>
                (10.0 + post.Reach) * Math.Max(0.05, 1 - (1 - Math.Min(post.Score, 0.99)) * Math.Pow(2, -post.Reports));
        }, 3000);

    [Fact]
    public async Task Pages_of_any_size_hold_everything_once_in_that_order()
    {
        await Ready();
        (int Reach, int Reports, double Score)[] posts = [.. Enumerable.Range(0, 45).Select(x => (x % 4 == 0 ? 0 : x * 7919 % 3_000, x % 4, x % 5 == 0 ? 0.5 : x * 31 % 100 / 100.0))];
        foreach (var (number, post) in posts.Index())
            await Doubted($"post-{number}", post.Reach, post.Reports, post.Score is 0 ? 0.5 : post.Score);
        for (var number = 0; number < 5; number++)
            await world.Do(Checker, new FileFactCheck(Review("True", $"{Claim} {number}", number: "\"ratingValue\": 1, \"bestRating\": 6"), number % 2 == 0 ? [new($"post-{number}")] : []));

        foreach (var size in new[] { 1, 2, 7, 200 })
        {
            var rows = new List<ClaimsToCheck.Row>();
            for (ClaimsToCheck.Place? after = null; ;)
            {
                var page = await world.Do(Checker, new ClaimsToCheck(size, after, Counted: false));
                rows.AddRange(page.Rows);
                if ((after = page.Next) is null)
                    break;
            }

            // What a waiting check names does not wait beside it.
            Assert.Equal(posts.Length - 3 + 5, rows.Select(x => (x.Check, x.Content)).Distinct().Count());
            Assert.Equal(posts.Length - 3 + 5, rows.Count);
            Assert.Equal(rows.Select(x => x.At.Harm).OrderDescending(), rows.Select(x => x.At.Harm));
        }
    }

    private static double Harm((int Reach, int Reports, double Score) post) => DoubtedItem.HarmOf(post.Reach, post.Reports, post.Score);
}
