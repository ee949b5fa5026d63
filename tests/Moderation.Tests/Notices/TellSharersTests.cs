using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Tests.FactChecks;

namespace Moderation.Tests.Notices;

/// <summary>Who shared something before it was rated is told so, once.</summary>
public sealed class TellSharersTests : OnSharers
{
    [Fact]
    public async Task Who_shared_it_before_is_told_once_however_often_they_did_and_nobody_who_shared_it_later()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        foreach (var number in Enumerable.Range(0, 5))
            await Share($"again-{number}", "finch", post);
        await Share("on", "siskin", new("again-0"));
        await Interact("linnet", post);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Rate(Rating.False, post);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Share("late", "twite", post);
        await Interact("serin", post);
        await WorkAll();

        foreach (var sharer in new[] { "finch", "siskin", "linnet" })
            Assert.Equal(["Fact-checkers rated something you shared"], Titles(sharer));
        Assert.Empty(Titles("twite").Concat(Titles("serin")));
        var body = Shared("finch").Single().Body;
        foreach (var said in new[] { "Harbour Checks", "“False”", "https://checks.example/reviews/bridge", "1 January 2026", "no strike", "need not do anything" })
            Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.DoesNotContain("siskin", body, StringComparison.Ordinal);
        Assert.Equal(3, world.Read(db => db.Set<OutboxMessage>().Count(x => x.Type == "notice.created" && x.Data.Contains("you shared"))));
    }

    [Fact]
    public async Task That_somebody_shared_it_is_erased_with_them()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Share("one", "finch", post);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Rate(Rating.False, post);
        await WorkAll();
        Assert.Equal(1, world.Read(db => db.Set<SharerTold>().Count()));
        await world.Do(World.Platform, new DeleteAccount(new("finch"), Now, DeletedBy.Author, Erase: true));
        await world.Do(World.Product, new Moderation.Transparency.ForgetEvidence());
        Assert.Equal(0, world.Read(db => db.Set<SharerTold>().Count()));
    }

    [Fact]
    public async Task A_correction_tells_who_was_told_and_another_strength_tells_once_more()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Share("one", "finch", post);
        world.Clock.Pass(TimeSpan.FromHours(1));
        var check = await Rate(Rating.False, post);
        await WorkAll();
        await Correct(check.FactCheckId, Rating.PartlyFalse);
        await WorkAll();
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Share("late", "twite", post);
        await Correct(check.FactCheckId, null);
        await WorkAll();

        Assert.Equal(
            "Fact-checkers rated something you shared|Fact-checkers changed their rating of something you shared|A rating of something you shared no longer counts",
            string.Join('|', Titles("finch")));
        Assert.Contains("“Partly false” since 1 January 2026, no longer “False”", Shared("finch")[1].Body, StringComparison.Ordinal);
        Assert.Empty(Titles("twite"));
    }

    [Fact]
    public async Task Who_posted_a_copy_of_their_own_has_the_notice_of_that_and_who_is_gone_has_none()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await world.Post("copy", new("finch"), Altered);
        await Share("one", "finch", post);
        await Share("own", World.Author.Value, post);
        await Share("two", "twite", post);
        await world.Do(World.Platform, new DeleteAccount(new("twite"), Now, DeletedBy.Author));
        await Rate(Rating.False, post);
        await WorkAll();

        Assert.Empty(Titles("finch").Concat(Titles("twite")).Concat(Titles(World.Author.Value)));
        Assert.Single(world.Read(db => db.Notices.Where(x => x.AccountId == new AccountId("finch")).ToArray()));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_only_specialists_may_know_of()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Share("one", "finch", post);
        await Rate(Rating.False, post);
        await world.Do(World.Platform, new Moderation.Reports.FileReport(SubjectRef.Of(post), new AccountId("reporter"), "child-safety", "Look."));
        await WorkAll();

        Assert.Empty(Titles("finch"));
    }

    [Fact]
    public async Task More_sharers_than_a_chunk_are_each_told_once_and_a_second_run_tells_nobody()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        foreach (var number in Enumerable.Range(0, TellSharersWork.Chunk + 30))
            await Share($"share-{number:000}", $"member-{number:000}", post);
        var check = await Rate(Rating.False, post);
        await WorkAll();
        // The same word again proposes another run, and changes nothing that they know of.
        await Correct(check.FactCheckId, Rating.False);
        await WorkAll();

        Assert.Equal(TellSharersWork.Chunk + 30, world.Read(db => db.Notices.Count(x => x.Kind == NoticeKind.Shared)));
        Assert.Equal(TellSharersWork.Chunk + 30, world.Read(db => db.Notices.Where(x => x.Kind == NoticeKind.Shared).Select(x => x.AccountId).Distinct().Count()));
    }

    [Fact]
    public async Task They_read_it_in_their_language()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        await Share("one", "finch", post);
        await world.Do(World.Platform, new PutAccount(new("finch"), "finch", FollowerCount: 1, Language: "nl-NL"));
        var check = await Rate(Rating.False, post);
        await WorkAll();
        await Correct(check.FactCheckId, null);
        await WorkAll();

        Assert.Contains("Op 1 januari 2026 noemden onafhankelijke factcheckers (Harbour Checks) iets “Onwaar”", Shared("finch")[0].Body, StringComparison.Ordinal);
        Assert.Contains("telt niet meer", Shared("finch")[1].Title, StringComparison.Ordinal);
    }
}
