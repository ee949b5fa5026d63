using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;

namespace Moderation.Tests.FactChecks;

public sealed class MatchesToConfirmTests : OnCopies
{
    [Fact]
    public async Task What_only_looks_like_a_copy_stands_beside_what_was_checked()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("same", new("third"), Claim.ToUpperInvariant());
        var near = await world.Post("near", new("somebody"), $"{Altered} Shame");
        await Rate(Rating.False, post);
        await world.Do(World.Platform, new PutContent(post, World.Author, ContentKind.Post, Now, Text: "I was wrong about the bridge."));

        var row = Assert.Single((await world.Do(Checker, new MatchesToConfirm())).Rows);
        Assert.Equal((near, post, Rating.False, Claim), (row.Copy.Content, row.Original.Content, row.Rating, row.Original.Text));
        Assert.InRange(row.Likeness, 0.5, 0.999);
    }

    [Fact]
    public async Task Page_by_page_each_is_there_once()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        for (var i = 0; i < 7; i++)
            await world.Post($"near-{i}", new($"member-{i}"), $"{Altered} {(char)('p' + i)}{(char)('a' + i)}");
        await Rate(Rating.False, post);

        var seen = new List<string>();
        for (MatchesToConfirm.Place? after = null; ;)
        {
            var page = await world.Do(Checker, new MatchesToConfirm(3, after));
            Assert.Equal(7, page.Count);
            seen.AddRange(page.Rows.Select(x => x.Copy.Content.Value));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal([.. Enumerable.Range(0, 7).Select(x => $"near-{x}")], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_not_shown_to_everybody_is_counted_and_not_shown()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Do(World.Platform, new PutContent(new("friends"), new("somebody"), ContentKind.Post, Now, Audience: ContentAudience.CloseFriends, Text: $"{Altered} Shame"));
        await Rate(Rating.False, post);
        var answer = await world.Do(Checker, new MatchesToConfirm());
        Assert.Equal((1, 0, null), (answer.Count, answer.Rows.Count, answer.Next));
    }

    [Fact]
    public async Task A_correction_leaves_nothing_to_confirm()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("near", new("somebody"), $"{Altered} Shame");
        var check = (await Rate(Rating.False, post)).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, null, "We were wrong.", "Harbour Checks"));
        Assert.Equal(0, (await world.Do(Checker, new MatchesToConfirm())).Count);
    }
}
