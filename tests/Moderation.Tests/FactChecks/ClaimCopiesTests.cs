using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimCopiesTests : OnCopies
{
    [Fact]
    public async Task All_that_a_check_is_about_with_what_each_bears()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var same = await world.Post("same", new("somebody"), Claim.ToUpperInvariant());
        var near = await world.Post("near", new("somebody"), Near);
        var check = (await Rate(Rating.False, post, new("later"))).FactCheckId;
        await world.Do(Checker, new UnmatchCopy(check, near, "It says something else."));
        var rows = (await world.Do(World.Moderator, new ClaimCopies(check))).Rows.ToDictionary(x => x.Content);

        Assert.Equal(((ContentId?)null, true, true, false), (rows[post].CopyOf, rows[post].Bears, rows[post].IsKnown, rows[post].IsToConfirm));
        Assert.Equal((post, true, 1.0), (rows[same].CopyOf!.Value, rows[same].Bears, rows[same].Likeness!.Value));
        Assert.Equal((false, false, Now), (rows[near].Bears, rows[near].IsToConfirm, rows[near].UnmatchedAt));
        Assert.Equal((false, false), (rows[new("later")].IsKnown, rows[new("later")].Bears));
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_bears_it()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("same", new("somebody"), Claim);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        await world.Do(Checker, new CorrectFactCheck(check, null, "We were wrong.", "Harbour Checks"));
        Assert.All((await world.Do(Checker, new ClaimCopies(check))).Rows, x => Assert.False(x.Bears));
    }

    [Fact]
    public async Task What_was_given_back_on_an_appeal_bears_it_no_more_and_asks_nobody()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var near = await world.Post("near", new("somebody"), Near);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        var label = world.Read(db => db.Decisions.Single(x => x.SubjectId == near.Value).Id);
        await world.Do(World.Product, new OverturnDecision(label, "It is satire.", "heron"));

        Assert.False((await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content == near).Bears);
        Assert.Equal(1, (await world.Do(Checker, new ClaimFile(check))).Bearing);
        Assert.Equal(0, (await world.Do(Checker, new MatchesToConfirm())).Count);
    }

    [Fact]
    public async Task What_few_are_shown_only_those_inside_may_read()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Do(World.Platform, new PutContent(new("closed"), new("somebody"), ContentKind.Post, Now, Audience: ContentAudience.Followers, Text: Claim));
        var check = (await Rate(Rating.False, post)).FactCheckId;

        Assert.Equal("", (await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content.Value is "closed").Line);
        Assert.Equal(Claim, (await world.Do(World.Moderator, new ClaimCopies(check))).Rows.Single(x => x.Content.Value is "closed").Line);
    }

    [Fact]
    public async Task Many_come_page_by_page()
    {
        await Ready();
        ContentId[] named = [.. Enumerable.Range(0, ClaimCopies.PageSize + 3).Select(x => new ContentId($"named-{x:00}"))];
        var check = (await Rate(Rating.False, named)).FactCheckId;
        var first = await world.Do(Checker, new ClaimCopies(check));
        var second = await world.Do(Checker, new ClaimCopies(check, first.Next));

        Assert.Equal(named, first.Rows.Concat(second.Rows).Select(x => x.Content));
        Assert.Null(second.Next);
        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new ClaimCopies(new(Guid.NewGuid()))));
    }
}
