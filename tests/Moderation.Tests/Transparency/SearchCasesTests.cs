using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class SearchCasesTests : InAWorld
{
    [Fact]
    public async Task A_case_is_found_by_its_short_name_its_subject_and_whose_it_is()
    {
        var id = await Report(await world.Post("post-one", new("Mila.Writes")), "spam");
        await Report(await world.Post("post-two", new("nova")), "spam");

        foreach (var text in new[] { id.Code, id.Code[2..].ToLowerInvariant(), "post-one", "@mila", "MILA.writes", "Mila.Writes" })
            Assert.Equal(id, Assert.Single((await world.Do(World.Moderator, new SearchCases(text))).Rows).Id);
        Assert.Empty((await world.Do(World.Moderator, new SearchCases("' OR 1=1 --"))).Rows);
        Assert.Empty((await world.Do(World.Moderator, new SearchCases("%"))).Rows);
        Assert.Equal(2, (await world.Do(World.Moderator, new SearchCases())).Count);
    }

    [Fact]
    public async Task Closed_cases_are_found_too_also_by_who_decided_them()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
        await Report(await world.Post("open"), "spam");

        Assert.Equal(claim.CaseId, Assert.Single((await world.Do(World.Moderator, new SearchCases(DecidedByMe: true))).Rows).Id);
        Assert.Empty((await world.Do(World.OtherModerator, new SearchCases(DecidedByMe: true))).Rows);
        Assert.Equal(CaseStage.Decided, Assert.Single((await world.Do(World.Lead, new SearchCases(Stage: CaseStage.Decided))).Rows).Stage);
        Assert.Equal("spam", Assert.Single((await world.Do(World.Lead, new SearchCases(Guideline: "spam"))).Rows).Guideline);
        Assert.Empty((await world.Do(World.Lead, new SearchCases(From: Now.AddHours(1)))).Rows);
    }

    [Fact]
    public async Task What_is_restricted_is_for_others_not_there()
    {
        // Reported before it was known what it is: both cases are about one sealed item.
        var id = await RestrictedCase();

        foreach (var text in new string?[] { null, id.Code, "sealed", "author" })
        {
            Assert.Empty((await world.Do(World.Moderator, new SearchCases(text))).Rows);
            Assert.Equal(0, (await world.Do(World.Lead, new SearchCases(text))).Count);
            Assert.Single((await world.Do(World.ChildSafety, new SearchCases(text))).Rows);
        }
    }

    [Fact]
    public async Task Pages_leave_nothing_out_and_repeat_nothing()
    {
        for (var i = 0; i < 11; i++)
            await Report(await world.Post($"post-{i}"), "spam");

        var seen = new List<CaseId>();
        SearchPlace? after = null;
        do
        {
            var page = await world.Do(World.Moderator, new SearchCases("author", Take: 3, After: after));
            seen.AddRange(page.Rows.Select(x => x.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 30);

        Assert.Equal((11, 11), (seen.Count, seen.Distinct().Count()));
        Assert.Equal((await world.Do(World.Moderator, new SearchCases())).Rows.Select(x => x.Id), seen);
    }
}
