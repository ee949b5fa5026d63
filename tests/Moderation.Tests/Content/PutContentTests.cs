using Moderation.Accounts;
using Moderation.Content;
using Moderation.Ranking;

namespace Moderation.Tests.Content;

public sealed class PutContentTests : InAWorld
{
    private PutContent Photo => new(
        new("photo"), World.Author, ContentKind.Post, Now, Text: "A lake.", Media: [new("m1", MediaKind.Image, "https://cdn/1", 640, 480)]);

    [Fact]
    public async Task The_first_word_is_revision_one_and_the_same_word_changes_nothing()
    {
        Assert.Equal(new(new("photo"), 1, Created: true, Changed: true), await world.Do(World.Platform, Photo));
        var before = world.Fingerprint();

        Assert.Equal(new(new("photo"), 1, Created: false, Changed: false), await world.Do(World.Platform, Photo));
        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task Other_words_or_pictures_make_a_new_revision_and_the_old_one_stays()
    {
        await world.Do(World.Platform, Photo);
        Assert.Equal(2, (await world.Do(World.Platform, Photo with { Text = "A hill." })).Revision);
        Assert.Equal(3, (await world.Do(World.Platform, Photo with { Text = "A hill.", Media = [new("m2", MediaKind.Image)] })).Revision);

        Assert.Equal(["A lake.", "A hill.", "A hill."], world.Read(db => db.Revisions.OrderBy(x => x.Number).Select(x => x.Text).ToList()));
    }

    [Fact]
    public async Task An_address_that_moved_is_followed_without_a_new_revision()
    {
        await world.Do(World.Platform, Photo);
        var moved = await world.Do(World.Platform, Photo with { Media = [Photo.Media![0] with { Url = "https://cdn/2" }] });

        Assert.Equal(new(new("photo"), 1, Created: false, Changed: true), moved);
        Assert.Equal("https://cdn/2", Assert.Single(world.Read(db => db.Revisions.Single()).Media).Url);
    }

    [Fact]
    public async Task Older_news_is_accepted_and_left_aside()
    {
        await world.Do(World.Platform, Photo with { ObservedAt = Now });
        var before = world.Fingerprint();

        Assert.Equal(1, (await world.Do(World.Platform, Photo with { Text = "Earlier.", ObservedAt = Now.AddTicks(-1) })).Revision);
        Assert.Equal(before, world.Fingerprint());
        Assert.Equal(2, (await world.Do(World.Platform, Photo with { Text = "Later.", ObservedAt = Now })).Revision);
    }

    [Fact]
    public async Task News_from_before_the_deletion_does_not_bring_it_back()
    {
        await world.Do(World.Platform, Photo with { ObservedAt = Now });
        await world.Do(World.Platform, new DeleteContent(new("photo"), Now.AddMinutes(2), DeletedBy.Author));

        Assert.False((await world.Do(World.Platform, Photo with { Text = "Late.", ObservedAt = Now.AddMinutes(1) })).Changed);
        Assert.NotNull(world.Read(db => db.Content.Single()).DeletedAt);
        Assert.True((await world.Do(World.Platform, Photo with { ObservedAt = Now.AddMinutes(3) })).Changed);
        Assert.Null(world.Read(db => db.Content.Single()).DeletedAt);
    }

    [Fact]
    public async Task Content_may_come_before_its_author() =>
        Assert.True((await world.Do(World.Platform, Photo with { AuthorId = new("not-yet") })).Created);

    [Fact]
    public async Task What_makes_no_sense_is_refused_by_field()
    {
        Assert.Equal(["id"], FieldsOf(await world.Refuse(World.Platform, Photo with { Id = new("") })));
        Assert.Equal(["authorId"], FieldsOf(await world.Refuse(World.Platform, Photo with { AuthorId = new(new string('x', 201)) })));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, Photo with { ParentId = new("photo") })));
        Assert.Equal(["kind"], FieldsOf(await world.Refuse(World.Platform, Photo with { Kind = (ContentKind)99 })));
        Assert.Equal(["media[0].pdqHash"], FieldsOf(await world.Refuse(World.Platform, Photo with { Media = [new("m", MediaKind.Image, PdqHash: "zz")] })));
        Assert.Equal(["media[0].textShare"], FieldsOf(await world.Refuse(World.Platform, Photo with { Media = [new("m", MediaKind.Image, TextShare: 1.1)] })));
    }

    [Fact]
    public async Task Limits_on_a_post_bind_it_across_revisions()
    {
        await world.Do(World.Platform, Photo);
        await world.Decide(new("photo"));
        await world.Do(World.Platform, Photo with { Text = "Quite another text." });
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("photo"))).Action);
    }
}
