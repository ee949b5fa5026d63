using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class CaseThreadTests : InAWorld
{
    [Fact]
    public async Task What_it_hangs_under_stands_above_it_the_nearest_last()
    {
        await Reply("a", null);
        await Reply("b", "a");
        await Reply("c", "b");
        await Reply("d", "c");
        var thread = await Ask(await Report(await Reply("e", "d")));
        Assert.Equal(["b", "c", "d"], thread.Above.Select(x => x.Id.Value));
        Assert.True(thread.IsMoreAbove);
        Assert.Equal(("by-d", "Words of d."), (thread.Above[2].Handle, thread.Above[2].Text));

        thread = await Ask(await Report(new("d")));
        Assert.Equal(["a", "b", "c"], thread.Above.Select(x => x.Id.Value));
        Assert.False(thread.IsMoreAbove);
        Assert.Equal("e", Assert.Single(thread.Replies).Id.Value);
    }

    [Fact]
    public async Task Replies_come_the_newest_first_a_few_and_then_in_pages()
    {
        var open = await Report(await world.Post());
        for (var i = 0; i < 48; i++)
        {
            // Some at the very same instant: none is left out, none comes twice.
            if (i % 3 == 0)
                world.Clock.Pass(TimeSpan.FromMinutes(1));
            await Reply($"reply-{i:00}", "post-1");
        }

        var (read, page) = (new List<string>(), await Ask(open));
        Assert.Equal((CaseThread.FirstReplies, 48), (page.Replies.Count, page.Count));
        read.AddRange(page.Replies.Select(x => x.Id.Value));
        while (page.Next is { } next)
        {
            page = await world.Do(World.Moderator, new CaseThread(open, next));
            Assert.InRange(page.Replies.Count, 1, CaseThread.PageSize);
            Assert.Empty(page.Above);
            read.AddRange(page.Replies.Select(x => x.Id.Value));
        }

        Assert.Equal(Enumerable.Range(0, 48).Reverse().Select(x => $"reply-{x:00}"), read);
    }

    [Fact]
    public async Task What_is_gone_or_sealed_leaves_its_place_and_nothing_else()
    {
        var open = await Report(await world.Post());
        await Reply("gone", "post-1");
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Reply("sealed", "post-1");
        await world.Do(World.Platform, new DeleteContent(new("gone"), Now, DeletedBy.Author));
        await Report(new("sealed"), "child-safety");

        var replies = (await Ask(open)).Replies;
        Assert.Equal((null, null, false, true), (replies[0].Handle, replies[0].Text, replies[0].Gone, replies[0].IsClosed));
        Assert.Equal(("by-gone", null, true, false), (replies[1].Handle, replies[1].Text, replies[1].Gone, replies[1].IsClosed));
    }

    [Fact]
    public async Task Of_a_long_text_the_beginning_is_shown_and_never_half_a_character()
    {
        var open = await Report(await world.Post());
        await world.Post("long", new("talker"), new string('a', CaseThread.MaxText - 1) + "😀 and more", ContentKind.Comment, parent: new ContentId("post-1"));
        var reply = Assert.Single((await Ask(open)).Replies);
        Assert.Equal((CaseThread.MaxText - 1, true), (reply.Text!.Length, reply.IsCut));
    }

    [Fact]
    public async Task A_thread_that_bites_its_tail_ends()
    {
        await Reply("a", "b");
        await Reply("b", "a");
        Assert.Equal(["a", "b"], (await Ask(await Report(new("a")))).Above.Select(x => x.Id.Value).Order());
    }

    [Fact]
    public async Task Whose_case_it_is_not_to_see_finds_no_case() =>
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new CaseThread(await RestrictedCase())));

    private Task<CaseThread.Answer> Ask(CaseId @case) => world.Do(World.Moderator, new CaseThread(@case));

    private Task<ContentId> Reply(string id, string? under) =>
        world.Post(id, new($"by-{id}"), $"Words of {id}.", ContentKind.Comment, under is null ? null : new ContentId(under));
}
