using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class MediaOfTests : InAWorld
{
    [Fact]
    public async Task Each_medium_of_each_revision_has_its_place()
    {
        await Put("https://cdn.example/1.jpg");
        await Put("https://cdn.example/2.jpg", "https://cdn.example/3.mp4");
        Assert.Equal("https://cdn.example/1.jpg", (await world.Do(World.Moderator, Ask(1, 0))).Url);
        Assert.Equal(("https://cdn.example/3.mp4", false), await world.Do(World.Lead, Ask(2, 1)) is var media ? (media.Url, media.IsSealed) : default);
        foreach (var nothing in new[] { Ask(1, 1), Ask(2, -1), Ask(3, 0), Ask(1, 0) with { Content = new("nowhere") } })
            Assert.Equal(ContentErrors.UnknownMedia, await world.Refuse(World.Moderator, nothing));
    }

    [Fact]
    public async Task What_is_sealed_is_there_for_specialists_alone_who_leave_a_trace()
    {
        await Put("https://cdn.example/1.jpg");
        await Report(new("post-1"), "child-safety");
        var everything = await Hire("everything", [Role.Moderator, Role.Lead, Role.AppealReviewer, Role.Admin]);
        Assert.Equal(ContentErrors.UnknownMedia, await world.Refuse(everything, Ask(1, 0)));
        Assert.True((await world.Do(World.ChildSafety, Ask(1, 0))).IsSealed);
        Assert.Contains("Content:post-1", Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(MediaOf) && !x.Refused).ToList())).Subjects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_reviewer_sees_what_was_appealed()
    {
        await Put("https://cdn.example/1.jpg");
        Assert.Equal(ContentErrors.UnknownMedia, await world.Refuse(World.Reviewer, Ask(1, 0)));
        await world.Appeal((await world.Decide(new("post-1"))).Id);
        Assert.NotNull((await world.Do(World.Reviewer, Ask(1, 0))).Url);
    }

    private static MediaOf Ask(int revision, int index) => new(new("post-1"), revision, index);

    private async Task Put(params string[] urls) => await world.Do(World.Platform, new PutContent(
        new("post-1"), World.Author, ContentKind.Post, Now, Text: $"{urls.Length}", Media: [.. urls.Select((x, at) => new MediaItem($"m{at}", MediaKind.Image, x))]));
}
