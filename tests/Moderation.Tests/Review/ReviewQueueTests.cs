using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class ReviewQueueTests : InAWorld
{
    [Fact]
    public async Task The_most_urgent_stands_on_top_with_what_a_moderator_needs_to_choose()
    {
        await Report(await world.Post("mild", text: "Buy now"), "spam");
        await Report(await world.Post("grave"), "violence");

        var rows = (await world.Do(World.Moderator, new ReviewQueue())).Rows;
        Assert.Equal(["grave", "mild"], rows.Select(x => x.Subject.Id));
        Assert.Equal(
            ("author", "Buy now", Severity.Low, 1, 0, "Open", null, false),
            (rows[1].Handle, rows[1].FirstLine, rows[1].Severity, rows[1].Reports, rows[1].Signals, rows[1].State, rows[1].HeldBy, rows[1].IsMine));
        Assert.True(rows[0].Harm > rows[1].Harm);
    }

    [Fact]
    public async Task Who_holds_a_case_is_named_by_pseudonym_until_their_claim_ends()
    {
        var robin = await Hire("robin", [Role.Moderator]);
        await world.Claimed(robin);

        Assert.Equal(("Claimed", "robin the quick", false), Row(await world.Do(World.Moderator, new ReviewQueue())));
        Assert.Equal(("Claimed", "robin the quick", true), Row(await world.Do(robin, new ReviewQueue(new(State: WaitingState.Mine)))));
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(("Open", null, false), Row(await world.Do(World.Moderator, new ReviewQueue())));
        Assert.Empty((await world.Do(robin, new ReviewQueue(new(State: WaitingState.Mine)))).Rows);
    }

    [Fact]
    public async Task Pages_leave_nothing_out_and_repeat_nothing_even_among_equals()
    {
        for (var i = 0; i < 7; i++)
            await Report(await world.Post($"post-{i}"));

        var seen = new List<CaseId>();
        ReviewQueue.Place? after = null;
        do
        {
            var page = await world.Do(World.Moderator, new ReviewQueue(Take: 2, After: after));
            Assert.Equal(7, page.Count);
            seen.AddRange(page.Rows.Select(x => x.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 20);

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal((await world.Do(World.Moderator, new ReviewQueue())).Rows.Select(x => x.Id), seen);
    }

    [Fact]
    public async Task Filters_show_what_is_severe_late_escalated_or_of_a_kind()
    {
        await Report(await world.Post("severe"), "human-exploitation");
        await Report(await world.Post("reply", kind: Moderation.Content.ContentKind.Comment), "spam");
        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, await Report(await world.Post("asked"), "spam")));
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Is it?"));
        world.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(["severe"], await Part(new(Severity: Severity.Severe)));
        Assert.Equal(["severe"], await Part(new(DueWithinHours: 0)));
        Assert.Equal(["asked"], await Part(new(State: WaitingState.Escalated)));
        Assert.Equal(["asked"], await Part(new("escalated")));
        Assert.Equal(["reply"], await Part(new(Kind: RoutedKind.Comment)));
        Assert.Equal(["asked", "reply"], (await Part(new(Guideline: "spam"))).Order());
        Assert.Equal(3, (await Part(new(Source: CaseSource.Member))).Length);
        Assert.Empty(await Part(new(Source: CaseSource.LegalNotice)));
        Assert.Empty(await Part(new(Language: "nl")));
        Assert.Empty(await Part(new(OpenedFrom: Now)));
        Assert.Equal(3, (await Part(new(OpenedUntil: Now))).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_page_has_a_size(int take) =>
        Assert.Equal(["take"], FieldsOf(await world.Refuse(World.Moderator, new ReviewQueue(Take: take))));

    [Fact]
    public async Task Restricted_cases_are_seen_and_counted_by_child_safety_only()
    {
        await RestrictedCase();

        foreach (var other in new[] { World.Moderator, World.Lead })
            Assert.Equal((0, 0), await world.Do(other, new ReviewQueue()) is var seen ? (seen.Rows.Count, seen.Count) : default);
        Assert.Equal(1, (await world.Do(World.ChildSafety, new ReviewQueue())).Count);
    }

    private static (string, string?, bool) Row(ReviewQueue.Answer queue) =>
        Assert.Single(queue.Rows) is var row ? (row.State, row.HeldBy, row.IsMine) : default;

    private async Task<string[]> Part(QueueFilter filter) =>
        [.. (await world.Do(World.Lead, new ReviewQueue(filter))).Rows.Select(x => x.Subject.Id)];
}
