using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class MatchesToConfirmTests : OnCopies
{
    [Fact]
    public async Task What_only_looks_like_a_copy_is_shown_beside_what_was_checked()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("same", new("somebody"), Claim.ToUpperInvariant());
        var near = await world.Post("near", new("somebody"), Near);
        await Rate(Rating.False, post);
        var row = Assert.Single((await world.Do(Checker, new MatchesToConfirm())).Rows);

        Assert.Equal((post, Claim, near, Near), (row.Original.Content, row.Original.Text, row.Copy.Content, row.Copy.Text));
        Assert.Equal((Rating.False, Claim), (row.Rating, row.Claim));
        Assert.InRange(row.Likeness, 0.7, 0.999);
    }

    [Fact]
    public async Task The_original_is_shown_as_it_was_rated()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("near", new("somebody"), Near);
        await Rate(Rating.False, post);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Platform, new PutContent(post, World.Author, ContentKind.Post, Now, Text: "We were wrong, sorry.", ObservedAt: Now));

        Assert.Equal(Claim, Assert.Single((await world.Do(Checker, new MatchesToConfirm())).Rows).Original.Text);
    }

    [Fact]
    public async Task What_its_author_shows_to_few_is_counted_and_not_shown()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Do(World.Platform, new PutContent(new("closed"), new("somebody"), ContentKind.Post, Now, Audience: ContentAudience.Followers, Text: Near));
        await Rate(Rating.False, post);
        var answer = await world.Do(Checker, new MatchesToConfirm());

        Assert.Empty(answer.Rows);
        Assert.Equal(1, answer.Count);
    }

    [Fact]
    public async Task Page_by_page_nothing_is_shown_twice_or_left_out()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        for (var number = 0; number < 5; number++)
            await world.Post($"near-{number}", new("somebody"), Near);
        await Rate(Rating.False, post);

        var seen = new List<ContentId>();
        MatchesToConfirm.Place? after = null;
        do
        {
            var page = await world.Do(Checker, new MatchesToConfirm(2, after));
            Assert.Equal(5, page.Count);
            seen.AddRange(page.Rows.Select(x => x.Copy.Content));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 5).Select(x => new ContentId($"near-{x}")), seen.OrderBy(x => x.Value, StringComparer.Ordinal));
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, new MatchesToConfirm(0))).Kind);
    }

    [Fact]
    public async Task A_withdrawn_check_asks_nobody()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("near", new("somebody"), Near);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, null, "We were wrong.", "Harbour Checks"));
        Assert.Equal(0, (await world.Do(Checker, new MatchesToConfirm())).Count);
    }
}
