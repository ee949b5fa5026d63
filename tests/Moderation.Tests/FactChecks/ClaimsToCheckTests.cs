using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimsToCheckTests : OnDoubt
{
    [Fact]
    public async Task What_reaches_more_and_is_doubted_more_comes_first()
    {
        await Ready();
        await Doubted("small", followers: 90, reports: 1);
        await Doubted("wide", followers: 90_000, reports: 1);
        await Doubted("doubted", followers: 90, reports: 4, score: 0.9);

        Assert.Equal(["wide", "doubted", "small"], await Order());
        var wide = (await Queue())[0];
        Assert.Equal(("by-wide", 90_000L, 1), (wide.By, wide.Reach, wide.Reports));
        Assert.StartsWith("What wide says", wide.Line, StringComparison.Ordinal);
        Assert.InRange(wide.Doubt, 0.29, 0.3);
    }

    [Fact]
    public async Task It_does_not_matter_in_which_order_all_that_is_known()
    {
        await Ready();
        await Doubted("one", followers: 5_000, reports: 3, score: 0.4);
        await Report("other", "reporter-2");
        await Signal("other", 0.4);
        await PostBy("other", 10);
        await Report("other", "reporter-0");
        await Report("other", "reporter-1");
        await Followers("other", 5_000);

        var rows = await Queue();
        Assert.Equal(["one", "other"], rows.Select(x => x.Content!.Value.Value));
        Assert.Equal(rows[0].At.Harm, rows[1].At.Harm, 12);
    }

    [Fact]
    public async Task What_is_reported_for_something_else_is_no_claim_and_the_same_person_twice_is_one()
    {
        await Ready();
        await PostBy("spam", 100);
        await Report("spam", "somebody", "spam");
        await Signal("spam", 0.9, "spam");
        Assert.Empty(await Queue());

        await Report("spam", "another");
        await Report("spam", "another");
        Assert.Equal((1, 0.0), (Assert.Single(await Queue()).Reports, Assert.Single(await Queue()).Score));
    }

    [Theory]
    [InlineData(ContentKind.Message, ContentAudience.Public)]
    [InlineData(ContentKind.Comment, ContentAudience.Public)]
    [InlineData(ContentKind.Post, ContentAudience.Followers)]
    [InlineData(ContentKind.Story, ContentAudience.CloseFriends)]
    public async Task What_was_not_meant_for_everybody_is_not_there(ContentKind kind, ContentAudience audience)
    {
        await Ready();
        await PostBy("private", 100_000, kind: kind, audience: audience);
        await Report("private", "somebody");

        Assert.Empty(await Queue());
        Assert.Equal(ClaimErrors.UnknownItem, await world.Refuse(Checker, new ItemToCheck(new("private"))));
        Assert.Equal(ClaimErrors.UnknownItem, await world.Refuse(Checker, new SetClaimAside(new("private"), "No.")));
    }

    [Fact]
    public async Task What_only_specialists_may_know_of_is_not_there()
    {
        await Ready();
        await Doubted("sealed");
        await Report("sealed", "somebody", "child-safety");

        Assert.Empty(await Queue());
        Assert.Equal(ClaimErrors.UnknownItem, await world.Refuse(Checker, new ItemToCheck(new("sealed"))));
    }

    [Fact]
    public async Task What_is_checked_or_gone_waits_no_more_and_what_is_no_copy_waits_again()
    {
        await Ready();
        var (original, copy) = (await Doubted("original", text: Claim), await Doubted("copy", text: Altered));
        await Doubted("gone");
        await world.Do(World.Platform, new DeleteContent(new("gone"), Now, Moderation.Accounts.DeletedBy.Author));
        Assert.Equal(2, (await Queue()).Count);

        var check = await Rate(Rating.False, original);
        Assert.Empty(await Queue());
        await world.Do(Checker, new UnmatchCopy(check.FactCheckId, copy, "It denies it."));
        Assert.Equal(["copy"], await Order());
    }

    [Fact]
    public async Task A_check_whose_word_nobody_could_read_waits_with_the_reach_of_what_it_names()
    {
        await Ready();
        await PostBy("named", 7_000, Claim);
        await Doubted("small", followers: 10);
        var check = await world.Do(Checker, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 6"), [new("named")]));

        var first = (await Queue())[0];
        Assert.Equal((check.FactCheckId, 7_000L, ReadingDoubt.WordAgainstNumber, "True"), (first.Check, first.Reach, first.Reading, first.Word));
        await world.Do(Checker, new RateClaim(check.FactCheckId, Rating.False));
        Assert.Equal(["small"], await Order());
    }

    [Fact]
    public async Task Pages_follow_each_other_and_it_is_counted_once()
    {
        await Ready();
        for (var number = 0; number < 7; number++)
            await Doubted($"post-{number}", followers: 100 + number / 2);

        var first = await world.Do(Checker, new ClaimsToCheck(Take: 3));
        var second = await world.Do(Checker, new ClaimsToCheck(Take: 3, After: first.Next, Counted: false));
        var third = await world.Do(Checker, new ClaimsToCheck(Take: 3, After: second.Next, Counted: false));
        Assert.Equal((7, false), (first.Count, first.OrMore));
        Assert.Null(third.Next);
        Assert.Equal(
            ["post-6", "post-4", "post-5", "post-2", "post-3", "post-0", "post-1"],
            new[] { first, second, third }.SelectMany(x => x.Rows).Select(x => x.Content!.Value.Value));
    }

    [Fact]
    public async Task Reports_by_programs_are_not_counted()
    {
        await Ready();
        await PostBy("post", 100);
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(new ContentId("post")), new AccountId("sweeper"), Misinformation, null, ReportSource.Automated));
        Assert.Equal((0, 0.0), (Assert.Single(await Queue()).Reports, Assert.Single(await Queue()).Doubt));
    }
}
