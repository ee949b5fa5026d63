using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>The checker stays with a rating or changes it, and what came from it goes.</summary>
public sealed class AnswerDisputeTests : OnADispute
{
    [Fact]
    public async Task Who_stays_with_the_rating_says_why_and_nothing_else_changes()
    {
        var decision = await Rated();
        var before = await Told(new("post-1"));
        var answer = await world.Do(Checker, Says(await Dispute(decision), DisputeAnswer.Upheld));

        Assert.Equal((DisputeState.Answered, Rating.False), (answer.State, answer.Rating));
        Assert.Empty(answer.Lifted);
        Assert.Equal(before, await Told(new("post-1")));
        Assert.Equal("The fact-checkers stay with their rating", Titles()[^1]);
        Assert.Contains("We looked at the minutes. If the rating does not belong on your post, you can appeal to us until", LastNotice(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_lifts_all_that_came_from_the_rating_on_every_copy()
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Claim.ToUpperInvariant());
        var before = await Told(copy);
        var dispute = await Dispute(await Rated());
        await Dispute(Labels("copy"), new("somebody"));
        var answer = await world.Do(Checker, Says(dispute, DisputeAnswer.CheckWithdrawn));

        Assert.Equal(2, answer.Lifted.Count);
        Assert.Equal(before, await Told(copy));
        // Whoever else asked about the same rating has their answer.
        Assert.Equal(DisputeState.Moot, world.Read(db => db.Disputes.Single(x => x.Id != dispute).State));
        Assert.Contains("there is nothing left to answer", LastNotice(new("somebody")), StringComparison.Ordinal);
        Assert.Single(Titles(), x => x is "The fact-checkers took their rating back" or "We took a decision back");
    }

    [Fact]
    public async Task Another_rating_takes_the_place_of_the_old_one()
    {
        var dispute = await Dispute(await Rated());
        Assert.Equal(DisputeErrors.RatingMissing, await world.Refuse(Checker, Says(dispute, DisputeAnswer.Corrected)));
        Assert.Equal(DisputeErrors.SameRating, await world.Refuse(Checker, Says(dispute, DisputeAnswer.Corrected, Rating.False)));
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, Says(dispute, DisputeAnswer.Upheld, Rating.True))).Kind);
        await world.Do(Checker, Says(dispute, DisputeAnswer.Corrected, Rating.MissingContext));

        var verdict = await On(new("post-1"), Surface.Feed);
        Assert.Equal((1, "fact-check.missingContext"), (verdict.Weight, Assert.Single(verdict.Labels)));
    }

    [Fact]
    public async Task Late_is_better_than_never_and_closes_the_appeal_that_was_opened()
    {
        var decision = await Rated();
        var dispute = await Dispute(decision);
        world.Clock.Pass(TimeSpan.FromDays(2));
        var appeal = await world.Appeal(decision);
        await world.Do(Checker, Says(dispute, DisputeAnswer.CheckWithdrawn));

        Assert.Equal(AppealState.Moot, world.Read(db => db.Appeals.Single(x => x.Id == appeal).State));
    }

    [Fact]
    public async Task An_appeal_never_changes_the_rating_and_leaves_nothing_to_dispute()
    {
        var decision = await Rated();
        await Dispute(decision);
        world.Clock.Pass(TimeSpan.FromDays(2));
        await world.Rule(await world.Appeal(decision), Ruling.Overturned);

        Assert.Equal(Rating.False, world.Read(db => db.FactChecks.Single().Rating));
        Assert.Equal(DisputeState.Moot, world.Read(db => db.Disputes.Single().State));
        Assert.Equal(DisputeErrors.NothingToDispute, await world.Refuse(World.Member, Asks(decision)));
    }

    [Fact]
    public async Task A_change_that_nobody_asked_for_closes_what_is_open()
    {
        var dispute = await Dispute(await Rated());
        await world.Do(Checker, new CorrectFactCheck(Check, Rating.PartlyFalse, "Some bolts.", "Harbour Checks"));

        Assert.Equal("dispute.moot", (await world.Refuse(Checker, Says(dispute, DisputeAnswer.Upheld))).Code);
        Assert.Equal("dispute.moot", (await world.Refuse(World.Member, new WithdrawDispute(dispute))).Code);
    }

    [Fact]
    public async Task Of_two_at_once_one_answers_and_the_other_hears_so()
    {
        var dispute = await Dispute(await Rated());
        var answers = await Task.WhenAll(
            world.Run(Checker, Says(dispute, DisputeAnswer.Upheld)), world.Run(Checker, Says(dispute, DisputeAnswer.CheckWithdrawn)), world.Run(Checker, Says(dispute, DisputeAnswer.Corrected, Rating.True)));

        var given = Assert.IsType<Result<AnswerDispute.Answer>.Ok>(Assert.Single(answers, x => !x.IsRefused)).Value;
        Assert.All(answers.OfType<Result<AnswerDispute.Answer>.Refused>(), x => Assert.Equal("dispute.answered", x.Error.Code));
        var check = world.Read(db => db.FactChecks.Single());
        Assert.Equal(given.Says switch
        {
            DisputeAnswer.Upheld => (Rating.False, FactCheckState.InForce),
            DisputeAnswer.Corrected => (Rating.True, FactCheckState.InForce),
            _ => ((Rating?)null, FactCheckState.Withdrawn),
        }, (check.Rating, check.State));
    }

    [Fact]
    public async Task An_answer_and_a_withdrawal_at_once_leave_one_of_them()
    {
        var dispute = await Dispute(await Rated());
        var answer = world.Run(Checker, Says(dispute, DisputeAnswer.CheckWithdrawn));
        var withdrawal = world.Run(World.Member, new WithdrawDispute(dispute));
        var refused = new[] { (await answer).IsRefused, (await withdrawal).IsRefused };

        Assert.Single(refused, x => x);
        var (state, rating) = world.Read(db => (db.Disputes.Single().State, db.FactChecks.Single().Rating));
        Assert.Equal(refused[0] ? (DisputeState.Withdrawn, Rating.False) : (DisputeState.Answered, (Rating?)null), (state, rating));
    }

    [Fact]
    public async Task Nobody_answers_their_own()
    {
        var dispute = await Dispute(await Rated());
        await world.Do(World.Product, new PutStaff(new("moonlighter"), "Moonlighter", null, [Role.FactChecker], null, null, Active: true, Account: World.Author));
        Assert.Equal(DisputeErrors.Own, await world.Refuse(new Actor.Staff(new("moonlighter")), Says(dispute, DisputeAnswer.Upheld)));
    }
}
