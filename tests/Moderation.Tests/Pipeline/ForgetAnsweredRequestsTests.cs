using System.Text.Json;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.Pipeline;

public sealed class ForgetAnsweredRequestsTests : InAWorld
{
    private static readonly IdempotencyKey Key = new("host", "k-1", "digest");

    [Fact]
    public async Task Answers_are_kept_for_seven_days_and_no_longer()
    {
        await world.Run(World.Platform, new PutAccount(new("nova"), "nova"), Key);
        world.Clock.Pass(IdempotencyKey.Kept);
        Assert.Equal(0, await world.Do(World.Product, new ForgetAnsweredRequests()));

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, await world.Do(World.Product, new ForgetAnsweredRequests()));
        Assert.Empty(world.Read(db => db.Set<AnsweredRequest>().ToList()));
    }

    [Fact]
    public async Task A_repetition_has_the_same_answer_and_one_effect()
    {
        var content = await world.Post();
        var decide = new EnforceDirectly(SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel"));
        var first = await world.Run(World.Product, decide, Key);
        var before = world.Fingerprint();
        world.Clock.Pass(TimeSpan.FromDays(1));

        var again = await world.Run(World.Product, decide, Key);
        Assert.Equal(JsonSerializer.Serialize(first, PipelineJson.Options), JsonSerializer.Serialize(again, PipelineJson.Options));
        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_of_another_client_is_another()
    {
        await world.Run(World.Platform, new PutAccount(new("nova"), "nova"), Key);
        Assert.Equal(PipelineErrors.IdempotencyMismatch, await world.Run(World.Platform, new PutAccount(new("vega"), "vega"), Key with { Digest = "other" }));
        Assert.False((await world.Run(World.Platform, new PutAccount(new("vega"), "vega"), Key with { Client = "other" })).IsRefused);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        var delete = new DeleteContent(new("post-1"), Now, DeletedBy.Author);
        Assert.Equal(ContentErrors.Unknown, await world.Run(World.Platform, delete, Key));
        await world.Post();
        Assert.False((await world.Run(World.Platform, delete, Key)).IsRefused);
    }

    [Fact]
    public async Task Twins_at_once_have_one_effect_and_one_answer()
    {
        var report = new FileReport(SubjectRef.Of(await world.Post()), new AccountId("reporter"), "fraud");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Run(World.Platform, report, Key)));

        Assert.Single(answers.Distinct());
        Assert.Single(world.Read(db => db.Reports.ToList()));
    }
}
