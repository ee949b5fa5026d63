using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>What people are told of strikes for misinformation, in their language, and what they can do.</summary>
public sealed class MisinformationNoticesTests : OnRepeatedMisinformation
{
    [Theory]
    [InlineData("en", "It counts as one strike for misinformation, until 1 April 2026.", "What you post is shown less for a time",
        "Ratings of 2 of your posts counted at the same time.", "It ends by itself on 11 April 2026")]
    [InlineData("nl", "Het telt als één strike voor misinformatie, tot 1 april 2026.", "Wat je plaatst is een tijd lang minder te zien",
        "De oordelen over 2 van je berichten telden tegelijk.", "Het eindigt vanzelf op 11 april 2026")]
    public async Task The_first_is_told_as_a_warning_and_the_second_with_its_end_and_its_cure(string language, string warning, string title, string facts, string end)
    {
        await Ready();
        await Strike(0);
        Assert.Contains(warning, await Statement("en" == language ? language : "nl", Rated("post-0")), StringComparison.Ordinal);
        Assert.Single(await Notices());

        world.Clock.Pass(TimeSpan.FromDays(10));
        await Strike(1);
        var step = Assert.Single(Steps());
        var file = await world.Do(World.Member, new DecisionFile(step.Id, language));
        Assert.Equal(title, file.StatementOfReasons.Title);
        Assert.Contains(facts, file.StatementOfReasons.Text, StringComparison.Ordinal);
        Assert.Contains(end, file.StatementOfReasons.Text, StringComparison.Ordinal);
        // One command, one notice: of the rating and of what follows from it.
        var notices = await Notices();
        Assert.Equal(2, notices.Count);
        Assert.Contains(step.Id, notices.MaxBy(x => x.At)!.Decisions);
    }

    [Fact]
    public async Task It_rests_on_every_rating_that_counted_and_names_its_row_of_the_rulebook()
    {
        await Ready();
        await Strike(0);
        await Strike(1);
        var step = Assert.Single(Steps());
        var file = await world.Do(World.Lead, new DecisionFile(step.Id));
        Assert.Equal(new[] { Rated("post-0"), Rated("post-1") }.OrderBy(x => x.Value), file.Cites);
        Assert.Contains(step.CauseId!.Value, file.Cites!);
        Assert.Equal(("misinformation", 2, step.RulebookVersion), (step.Ladder, step.LadderStrikes!.Value, step.LadderVersion!.Value));
        Assert.Contains("2 posts rated by fact-checkers counted", file.Rationale, StringComparison.Ordinal);
        Assert.Contains("count for 90 days", file.RuleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_against_what_no_longer_follows_is_moot()
    {
        await Ready();
        var first = await Strike(0);
        await Strike(1);
        var appeal = await world.Appeal(Assert.Single(Steps()).Id);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await Correct(first, Rating.MissingContext);

        Assert.Equal(AppealState.Moot, world.Read(db => db.Appeals.Single(x => x.Id == appeal)).State);
        Assert.Contains("counted differently", (await Notices()).MaxBy(x => x.At)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overturned_step_is_not_made_again_however_often_it_is_counted()
    {
        await Ready();
        await Strike(0);
        await Strike(1);
        var appeal = await world.Appeal(Assert.Single(Steps()).Id);
        await world.Rule(appeal, Ruling.Overturned);
        Assert.False(await IsLimited());
        await Strikes(1);
        Assert.False(await IsLimited());
        Assert.Single(Steps());
    }

    [Fact]
    public async Task An_appeal_may_lift_the_strike_and_leave_the_label()
    {
        await Ready();
        await Strike(0);
        await Strike(1);
        await world.Rule(await world.Appeal(Rated("post-0")), Ruling.PartlyOverturned, [Ranking.OutcomeKind.Strike]);
        Assert.False(await IsLimited());
        Assert.Equal("fact-check.false", Assert.Single((await On(new("post-0"), Ranking.Surface.Feed)).Labels));
    }

    private DecisionId Rated(string post) => world.Read(db => db.Decisions.Single(x => x.SubjectId == post)).Id;

    private async Task<string> Statement(string language, DecisionId decision) =>
        (await world.Do(World.Member, new DecisionFile(decision, language))).StatementOfReasons.Text;

    private async Task<IReadOnlyList<NoticesOf.Row>> Notices() => (await world.Do(World.Member, new NoticesOf(World.Author))).Notices;
}
