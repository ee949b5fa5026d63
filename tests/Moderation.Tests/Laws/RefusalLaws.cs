using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;

namespace Moderation.Tests.Laws;

// Law 6: a refused command changes nothing; an accepted one is never lost, and repeating it has one effect.
public sealed class RefusalLaws : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Repeated_commands_of_any_kind_have_one_effect_and_the_same_answer()
    {
        var chance = new Random(20210608);
        for (var i = 0; i < 60; i++)
        {
            var command = Draw(chance, i);
            var key = new IdempotencyKey("tests", $"key-{i}", $"digest-{i}");
            var first = await command(key);
            var after = world.Fingerprint();
            Assert.Equal(first, await command(key));
            Assert.Equal(after, world.Fingerprint());
        }
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused_and_changes_nothing()
    {
        var post = await world.Post();
        await world.Run(World.Platform, new FileReport(SubjectRef.Of(post)), new IdempotencyKey("tests", "k", "one"));
        var before = world.Fingerprint();

        Assert.Equal(PipelineErrors.IdempotencyMismatch, await world.Run(World.Platform, new FileReport(SubjectRef.Of(post)), new IdempotencyKey("tests", "k", "two")));
        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task Twins_that_come_at_once_are_one()
    {
        var post = await world.Post();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            world.Run(World.Platform, new FileReport(SubjectRef.Of(post)), new IdempotencyKey("tests", "k", "one"))));

        Assert.Single(answers.Distinct());
        Assert.Single(world.Read(db => db.Reports.ToList()));
    }

    [Fact]
    public async Task A_refusal_after_work_was_done_leaves_nothing()
    {
        var post = await world.Post();
        var decision = await world.Decide(post);
        var appeal = await world.Appeal(decision.Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        await world.Do(World.Reviewer, new FindOnAppeal(World.Reviewer.Id, appeal, claim.ClaimNumber, Finding.Violates));

        // The ledger was bumped and the appeal read before it is found that nothing is named to be lifted.
        Assert.Equal(AppealErrors.NothingLifted, await world.Refuse(
            World.Reviewer, new RuleOnAppeal(appeal, World.Reviewer.Id, claim.ClaimNumber, Ruling.PartlyOverturned, [], "Partly.")));
    }

    private Func<IdempotencyKey, Task<string>> Draw(Random chance, int number)
    {
        var post = new ContentId($"post-{chance.Next(8)}");
        var author = new AccountId($"author-{chance.Next(4)}");
        return chance.Next(4) switch
        {
            0 => key => Run(new PutContent(post, author, ContentKind.Post, world.Clock.GetUtcNow(), Text: $"Text {number}."), key),
            1 => key => Run(new FileReport(SubjectRef.Of(post), author, "spam", $"Report {number}."), key),
            2 => key => Run(new PutAccount(author, $"handle-{number}"), key),
            _ => key => Run(new EnforceDirectly(SubjectRef.Of(post), null, "spam", Finding.Violates, null, "Seen.", Automation.Full), key),
        };
    }

    private async Task<string> Run<T>(IUseCase<T> command, IdempotencyKey key) => (await world.Run(World.Product, command, key))
        .Match(x => System.Text.Json.JsonSerializer.Serialize(x), refused => refused.Code);
}
