using Moderation.Content;
using Moderation.Detection;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.FactChecks;

/// <summary>Tests with posts that people and machines hold to be false.</summary>
public abstract class OnDoubt : OnCopies
{
    protected const string Misinformation = "misinformation-harm";

    protected async Task<ContentId> Doubted(string id, long followers = 100, int reports = 1, double score = 0, string? text = null)
    {
        await PostBy(id, followers, text);
        for (var number = 0; number < reports; number++)
            await Report(id, $"reporter-{number}");
        if (score > 0)
            await Signal(id, score);
        return new(id);
    }

    protected async Task PostBy(string id, long followers, string? text = null, ContentKind kind = ContentKind.Post, ContentAudience audience = ContentAudience.Public)
    {
        await Followers(id, followers);
        await world.Do(World.Platform, new PutContent(new(id), new($"by-{id}"), kind, Now, Audience: audience, Text: text ?? $"What {id} says is like nothing else."));
    }

    protected async Task Followers(string id, long followers) =>
        await world.Do(World.Platform, new Moderation.Accounts.PutAccount(new($"by-{id}"), $"by-{id}", FollowerCount: followers));

    protected async Task Report(string id, string reporter, string guideline = Misinformation) =>
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(new ContentId(id)), new AccountId(reporter), guideline, $"{reporter} says so."));

    protected async Task Signal(string id, double score, string guideline = Misinformation) =>
        await world.Do(World.Platform, new SendSignal(SubjectRef.Of(new ContentId(id)), "health-claims", "2", "food-scare", score, guideline));

    protected async Task<IReadOnlyList<ClaimsToCheck.Row>> Queue() => (await world.Do(Checker, new ClaimsToCheck())).Rows;

    protected async Task<string[]> Order() => [.. (await Queue()).Select(x => x.Content?.Value ?? x.Check!.Value.Code)];
}
