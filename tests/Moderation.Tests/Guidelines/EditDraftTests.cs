using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Guidelines;

public sealed class EditDraftTests : Rulemaking
{
    [Fact]
    public async Task What_is_written_is_kept_though_it_is_not_right_yet()
    {
        var id = await Draft();
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        var saved = await world.Do(World.OtherPolicyManager, new EditDraft(id, "{ half a rulebo", (await Open(id)).Version));

        var draft = await Open(id);
        Assert.Equal(("{ half a rulebo", saved.Version, "dunlin", world.Clock.GetUtcNow()), (draft.Json, draft.Version, draft.EditedBy, draft.EditedAt));
        Assert.Equal("rulebook.unreadable", Assert.Single(draft.Mistakes).Code);
        await world.Do(World.PolicyManager, new EditDraft(id, "{}", saved.Version));
    }

    [Fact]
    public async Task Who_wrote_on_an_older_text_overwrites_nothing()
    {
        var id = await Draft();
        var opened = (await Open(id)).Version;
        await world.Do(World.OtherPolicyManager, new EditDraft(id, "{ \"theirs\": 1 }", opened));

        Assert.Equal(DraftErrors.ChangedMeanwhile, await world.Refuse(World.PolicyManager, new EditDraft(id, "{ \"mine\": 1 }", opened)));
        Assert.Equal("{ \"theirs\": 1 }", (await Open(id)).Json);
    }

    [Fact]
    public async Task Of_two_at_once_one_is_refused()
    {
        var id = await Draft();
        var opened = (await Open(id)).Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(x => world.Run(World.PolicyManager, new EditDraft(id, $"{{ \"n\": {x} }}", opened))));
        Assert.Single(answers, x => !x.IsRefused);
        Assert.All(answers.OfType<Result<EditDraft.Answer>.Refused>(), x => Assert.Equal(DraftErrors.ChangedMeanwhile, x.Error));
    }

    [Fact]
    public async Task A_proposed_one_is_not_changed_under_the_eyes_of_who_agrees()
    {
        var id = await Proposed();
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.PolicyManager, new EditDraft(id, "{}", (await Open(id)).Version)));
    }

    [Fact]
    public async Task One_that_never_was_is_unknown() =>
        Assert.Equal(DraftErrors.Unknown, await world.Refuse(World.PolicyManager, new EditDraft(new(Guid.NewGuid()), "{}", 0)));
}
