using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Accounts;

public sealed class DeleteAccountTests : InAWorld
{
    [Fact]
    public async Task An_account_we_never_knew_cannot_go() =>
        Assert.Equal(AccountErrors.Unknown, await world.Refuse(World.Platform, Delete()));

    [Fact]
    public async Task Its_posts_go_along_and_open_cases_become_void()
    {
        var content = await world.Post();
        var onPost = await Report(content);
        var onAccount = (await world.Do(World.Platform, new FileReport(SubjectRef.Of(World.Author), new AccountId("reporter"), "fraud"))).CaseId!.Value;

        Assert.Equal(Now, (await world.Do(World.Platform, Delete())).DeletedAt);

        Assert.All(world.Read(db => db.Cases.ToList()), x => Assert.Equal(CaseStage.Void, x.Stage));
        Assert.Equal(ReviewErrors.Closed, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, onPost)));
        Assert.Equal(ReviewErrors.Closed, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, onAccount)));
        Assert.NotNull(world.Read(db => db.Content.Single(x => x.Id == content)).DeletedAt);
    }

    [Fact]
    public async Task Strikes_stay_and_stay_appealable()
    {
        var decision = await world.Decide(await world.Post());
        await world.Do(World.Platform, Delete());

        var status = await world.Do(World.Member, new AccountStatus(World.Author));
        Assert.Equal(decision.Id, Assert.Single(status.Strikes).DecisionId);
        await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
    }

    [Fact]
    public async Task Going_twice_is_going_once()
    {
        await world.Post();
        var first = await world.Do(World.Platform, Delete());
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(first, await world.Do(World.Platform, Delete()));
    }

    [Fact]
    public async Task Erasing_takes_names_and_words_and_leaves_digests()
    {
        await world.Do(World.Platform, new PutAccount(World.Author, "handle of nova", "Nova Star", Language: "nl", Age: 30));
        await world.Do(World.Platform, new PutContent(new("post-1"), World.Author, ContentKind.Post, Now, Text: "words of nova"));
        await world.Do(World.Platform, new DeleteContent(new("post-1"), Now, DeletedBy.Author));
        await world.Do(World.Platform, Delete(erase: true));

        Assert.DoesNotContain("of nova", world.Fingerprint(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nova Star", world.Fingerprint(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", world.Read(db => db.Revisions.Single()).Digest);
        await world.Do(World.Platform, new PutContent(new("post-1"), World.Author, ContentKind.Post, Now, Text: "more words of nova"));
        Assert.DoesNotContain("of nova", world.Fingerprint(), StringComparison.Ordinal);
    }

    private DeleteAccount Delete(bool erase = false) => new(World.Author, Now, DeletedBy.Author, erase);
}
