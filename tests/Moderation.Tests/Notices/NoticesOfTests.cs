using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Notices;

public sealed class NoticesOfTests : InAWorld
{
    [Fact]
    public async Task A_statement_of_reasons_has_seven_rows_and_none_is_empty()
    {
        var decision = await world.Decide(await world.Post());
        var rows = (await world.Do(World.Member, new DecisionFile(decision.Id))).StatementOfReasons.Rows;

        Assert.Equal(["did", "rule", "facts", "found", "automated", "where", "redress"], rows.Select(x => x.Code));
        Assert.All(rows, x => Assert.False(string.IsNullOrWhiteSpace(x.Label) || string.IsNullOrWhiteSpace(x.Text)));
        Assert.Contains("“Send 1, get 2.”", rows[2].Text, StringComparison.Ordinal);
        Assert.Contains("1 July 2026", rows[6].Text, StringComparison.Ordinal);
        Assert.StartsWith(string.Join('\n', rows.Select(x => x.Text)), Assert.Single(await Told()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_told_once_a_command_however_much_it_did()
    {
        await Strikes(1);
        await world.Decide(await world.Post("second"));

        var notices = await Told();
        Assert.Equal([1, 2], notices.Select(x => x.Sequence));
        // The removal, the step of the ladder, and that the account is not recommended for longer than was said before.
        Assert.Equal(4, notices[1].Decisions.Count);
        Assert.Contains("live video", notices[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Dutch_where_that_is_their_language()
    {
        await world.Post();
        await world.Do(World.Platform, new PutAccount(World.Author, "author", Language: "nl-BE"));
        var decision = await world.Decide(new("post-1"));
        await world.Appeal(decision.Id);

        Assert.Equal(["We hebben je bericht weggehaald", "We hebben je bezwaar"], (await Told()).Select(x => x.Title));
        Assert.Contains("1 juli 2026", (await Told())[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_an_appeal_comes_alone()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        await world.Rule(appeal, Ruling.Overturned);
        Assert.Equal([NoticeKind.Decision, NoticeKind.AppealReceived, NoticeKind.AppealRuled], (await Told()).Select(x => x.Kind));
    }

    [Fact]
    public async Task No_name_of_staff_and_no_rationale_stands_in_any_notice()
    {
        var robin = await Hire("robin", [Role.Moderator]);
        await Report(await world.Post());
        var claim = await world.Do(robin, new ClaimNextCase(robin.Id));
        var decision = await world.Do(robin, Decide(robin, claim) with { Rationale = "Known ring." });
        await world.Rule(await world.Appeal(decision.Id), Ruling.Upheld);

        var all = string.Join('\n', (await Told()).Select(x => x.Title + x.Body));
        Assert.All<string>(["robin", "heron", "Known ring", "the quick"], x => Assert.DoesNotContain(x, all, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task They_come_in_pages_and_only_to_whom_they_are_for()
    {
        for (var i = 0; i < 3; i++)
            await world.Decide(await world.Post($"post-{i}"), "rec-clickbait", Finding.NotRecommendable);

        var page = await world.Do(World.Member, new NoticesOf(World.Author, Take: 2));
        Assert.Equal([1, 2], page.Notices.Select(x => x.Sequence));
        Assert.Equal(2, page.Next);
        Assert.Equal([3], (await world.Do(await Program(Scope.Platform), new NoticesOf(World.Author, 2))).Notices.Select(x => x.Sequence));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(new Actor.Member(new("other")), new NoticesOf(World.Author)));
    }

    private async Task<IReadOnlyList<NoticesOf.Row>> Told() => (await world.Do(World.Member, new NoticesOf(World.Author))).Notices;
}
