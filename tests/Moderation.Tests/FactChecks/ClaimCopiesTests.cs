using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimCopiesTests : OnCopies
{
    [Fact]
    public async Task Each_post_under_a_check_stands_there_with_what_it_is_and_whether_it_bears_it()
    {
        await Ready();
        var post = await world.Post("post", text: Claim);
        await world.Post("shouted", new("somebody"), Claim.ToUpperInvariant());
        var near = await world.Post("near", new("somebody"), $"{Altered} Shame");
        var check = (await Rate(Rating.False, post, new ContentId("unknown"))).FactCheckId;

        var rows = (await world.Do(Checker, new ClaimCopies(check))).Rows.ToDictionary(x => x.Content.Value);
        Assert.Equal(["near", "post", "shouted", "unknown"], rows.Keys.Order());
        Assert.Equal((null, true, true), (rows["post"].CopyOf, rows["post"].Bears, rows["post"].IsKnown));
        Assert.Equal((post, true, false, 1.0), (rows["shouted"].CopyOf!.Value, rows["shouted"].Bears, rows["shouted"].IsToConfirm, rows["shouted"].Likeness!.Value));
        Assert.Equal((true, true), (rows["near"].Bears, rows["near"].IsToConfirm));
        Assert.InRange(rows["near"].Likeness!.Value, 0.5, 0.999);
        Assert.Equal((false, false, ""), (rows["unknown"].Bears, rows["unknown"].IsKnown, rows["unknown"].Line));

        await world.Do(Checker, new UnmatchCopy(check, near, "It quotes it."));
        var unmatched = (await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content == near);
        Assert.Equal((false, false, Now), (unmatched.Bears, unmatched.IsToConfirm, unmatched.UnmatchedAt));
    }

    [Fact]
    public async Task Page_by_page_each_is_there_once()
    {
        await Ready();
        var named = Enumerable.Range(0, ClaimCopies.PageSize + 3).Select(x => new ContentId($"post-{x}")).ToArray();
        var check = (await Rate(Rating.False, named)).FactCheckId;
        var first = await world.Do(Checker, new ClaimCopies(check));
        var second = await world.Do(Checker, new ClaimCopies(check, first.Next));
        Assert.Equal((ClaimCopies.PageSize, 3, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal(named.Select(x => x.Value).Order(StringComparer.Ordinal), first.Rows.Concat(second.Rows).Select(x => x.Content.Value));
    }

    [Fact]
    public async Task What_is_not_shown_to_everybody_is_there_without_its_words()
    {
        await Ready();
        var post = await world.Post("post", text: Claim);
        await world.Do(World.Platform, new PutContent(new("friends"), new("somebody"), ContentKind.Post, Now, Audience: ContentAudience.CloseFriends, Text: Claim.ToUpperInvariant()));
        var check = (await Rate(Rating.False, post)).FactCheckId;

        Assert.Equal("", (await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content.Value == "friends").Line);
        Assert.NotEqual("", (await world.Do(World.Moderator, new ClaimCopies(check))).Rows.Single(x => x.Content.Value == "friends").Line);

        await world.Decide(post, "child-safety", by: "wren");
        foreach (var other in new[] { Checker, World.Moderator })
            Assert.Equal("", (await world.Do(other, new ClaimCopies(check))).Rows.Single(x => x.Content == post).Line);
    }
}
