using System.Globalization;
using System.Text.Json;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Web.Demo;

/// <summary>
/// Four weeks in which people decided and members appealed, so that a lead's figures have something to tell. Told of and decided
/// at instants of the past, by people of its own, so that nobody's account of the demo is touched.
/// </summary>
internal sealed class DemoHistory(int seed)
{
    private const int Cases = 64;
    private const int Today = 24;
    private const double Days = 27.9;

    private static readonly string[] Guidelines = ["fraud", "spam", "hate-speech", "bullying", "nudity"];
    private static readonly string[] Languages = ["en", "en", "en", "nl", "nl", "de", "ar", "ar", "ar", "tr"];
    private static readonly string[] Deciders = ["kestrel", "plover", "osprey"];
    private static readonly Actor.Staff Reviewer = new(new("heron"));

    /// <summary>Something of the past, and how to do it through the door; what it answers is for the next of its case.</summary>
    public sealed record Step(TimeSpan Ago, string Name, Func<IUseCases, DateTimeOffset, IdempotencyKey, Task> Do);

    private readonly Random chance = new(seed);
    private readonly Dictionary<int, DecisionId> decisions = [];
    private readonly Dictionary<int, (AppealId Id, long Claim)> appeals = [];

    /// <summary>Everything in the order in which it happened.</summary>
    public IEnumerable<Step> Steps() => Enumerable.Range(0, Cases).SelectMany(Of).OrderByDescending(x => x.Ago);

    private IEnumerable<Step> Of(int number)
    {
        // Half of it by day, and more of it lately.
        var opened = TimeSpan.FromDays(number < Today ? 0.15 + 0.8 * chance.NextDouble() : 1 + (Days - 2) * chance.NextDouble());
        var (guideline, language) = (Pick(Guidelines), Pick(Languages));
        var decided = opened - TimeSpan.FromMinutes(4 + 60 * Math.Pow(-Math.Log(1 - 0.98 * chance.NextDouble()), 1.4));
        var isBreach = chance.NextDouble() < 0.66;
        yield return new(opened, $"told-{number}", (door, now, retry) => Sent(door.Run(Actor.Product, new ImportLines([.. Lines(number, guideline, language, now)]), retry)));
        if (decided <= TimeSpan.Zero)
            yield break;

        var by = Pick(Deciders);
        yield return new(decided, $"decided-{number}", async (door, _, retry) => decisions[number] = (await Sent(door.Run(Actor.Product, new EnforceDirectly(
            SubjectRef.Of(Item(number)), null, guideline, isBreach ? Finding.Violates : Finding.DoesNotViolate, null,
            isBreach ? "It is what was reported." : "Nothing of the kind.", Automation.None, new StaffId(by)), retry))).Id);
        if (!isBreach || decided < TimeSpan.FromHours(12) || chance.NextDouble() > (language is "ar" ? 0.95 : 0.7))
            yield break;

        var (filed, ruled) = (decided * 0.8, decided * (0.2 + 0.3 * chance.NextDouble()));
        var isOverturned = chance.NextDouble() < (language is "ar" ? 0.85 : 0.1);
        yield return new(filed, $"appealed-{number}", async (door, _, retry) => appeals[number] = ((await Sent(door.Run(
            new Actor.Member(Author(number)), new FileAppeal(decisions[number], null, Author(number), "Please look again."), retry))).AppealId, 0));
        yield return new(ruled, $"claimed-{number}", async (door, _, retry) => appeals[number] = (appeals[number].Id, (await Sent(door.Run(
            Reviewer, new ClaimAppeal(Reviewer.Id, appeals[number].Id), retry))).ClaimNumber));
        yield return new(ruled, $"found-{number}", (door, _, retry) => Sent(door.Run(
            Reviewer, new FindOnAppeal(Reviewer.Id, appeals[number].Id, appeals[number].Claim, isOverturned ? Finding.DoesNotViolate : Finding.Violates), retry)));
        yield return new(ruled, $"ruled-{number}", (door, _, retry) => Sent(door.Run(Reviewer, new RuleOnAppeal(
            appeals[number].Id, Reviewer.Id, appeals[number].Claim, isOverturned ? Ruling.Overturned : Ruling.Upheld, null,
            isOverturned ? "We looked again and took it back." : "We looked again and stay with it."), retry)));
    }

    private static string[] Lines(int number, string guideline, string language, DateTimeOffset now)
    {
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return [.. new object[]
        {
            new { account = new { id = Author(number).Value, handle = $"past.{number:00}", followerCount = 40 + 13 * number, language, createdAt = at } },
            new { content = new { id = Item(number).Value, authorId = Author(number).Value, kind = "post", text = $"A post of the past, number {number}.", language, createdAt = at } },
            new { report = new { externalId = $"demo-past-{number}", subject = new { kind = "content", id = Item(number).Value }, reporterId = $"acc-past-{(number + 1) % Cases:00}", guideline, source = "member" } },
        }.Select(x => JsonSerializer.Serialize(x))];
    }

    private static ContentId Item(int number) => new($"past-{number:00}");

    private static AccountId Author(int number) => new($"acc-past-{number:00}");

    private T Pick<T>(T[] some) => some[chance.Next(some.Length)];

    private static async Task<T> Sent<T>(Task<Result<T>> answer) => (await answer).Match(
        x => x, refused => throw new InvalidOperationException($"The past of the demo cannot be told: {refused.Code}. {refused.Words}"));
}
