using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>Things that happen to one rating at once leave what one order of them would, and whoever comes late hears why.</summary>
public sealed class DisputeRaceTests : OnADispute
{
    private const int Rounds = 5;

    [Fact]
    public async Task An_answer_and_a_correction_nobody_asked_for_at_once()
    {
        var decision = await Rated();
        for (var round = 0; round < Rounds; round++)
        {
            var (before, dispute) = (world.Read(db => db.FactChecks.Single().Rating), await Dispute(decision));
            var (asked, unasked) = before is Rating.False ? (Rating.Altered, Rating.PartlyFalse) : (Rating.False, Rating.MissingContext);
            var answer = world.Run(Checker, Says(dispute, DisputeAnswer.Corrected, asked));
            var correction = world.Run(Checker, new CorrectFactCheck(Check, unasked, "Some bolts.", "Harbour Checks"));
            var (answered, corrected) = (await answer, await correction);

            Assert.False(corrected.IsRefused);
            var state = world.Read(db => db.Disputes.Single(x => x.Id == dispute).State);
            if (!answered.IsOk(out _, out var refusal))
                Assert.Equal("dispute.moot", refusal.Code);
            Assert.Equal(answered.IsRefused ? DisputeState.Moot : DisputeState.Answered, state);
            // Whoever came first, the other came after: one label of one rating is left.
            var label = world.Read(db => db.Decisions.Single(x => x.OverturnedAt == null));
            Assert.Equal((unasked, label.Guideline), (world.Read(db => db.FactChecks.Single().Rating), world.Read(db => db.FactChecks.AsEnumerable().Single().Ground)));
            decision = label.Id;
            world.Clock.Pass(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task A_dispute_and_a_correction_at_once_leave_nothing_open_about_what_is_gone()
    {
        var decision = await Rated();
        for (var round = 0; round < Rounds; round++)
        {
            var other = world.Read(db => db.FactChecks.Single().Rating) is Rating.False ? Rating.Altered : Rating.False;
            var filing = world.Run(World.Member, Asks(decision));
            var correction = world.Run(Checker, new CorrectFactCheck(Check, other, "We looked again.", "Harbour Checks"));
            var filed = await filing;
            Assert.False((await correction).IsRefused);

            if (!filed.IsOk(out _, out var refusal))
                Assert.Equal(DisputeErrors.NothingToDispute, refusal);
            Assert.Equal(0, world.Read(db => db.Disputes.Open.Count()));
            decision = Labels("post-1");
            world.Clock.Pass(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task A_dispute_and_an_appeal_at_once_leave_no_appeal_that_should_wait()
    {
        var decision = await Rated();
        var filing = world.Run(World.Member, Asks(decision));
        var appeal = world.Run(World.Member, new FileAppeal(decision, null, World.Author, "It is satire."));
        Assert.False((await filing).IsRefused);
        if (!(await appeal).IsOk(out _, out var refusal))
            Assert.Equal("appeal.disputeOpen", refusal.Code);
        Assert.Equal((await appeal).IsRefused ? 0 : 1, world.Read(db => db.Appeals.Count()));
    }

    [Fact]
    public async Task An_answer_and_the_word_that_it_is_late_at_once_say_no_more_than_is_true()
    {
        var dispute = await Dispute(await Rated());
        world.Clock.Pass(TimeSpan.FromHours(25));
        var answer = world.Run(Checker, Says(dispute, DisputeAnswer.CheckWithdrawn));
        var told = world.Run(World.Product, new TellOverdueDisputes());
        Assert.False((await answer).IsRefused);
        Assert.False((await told).IsRefused);

        // Word of the answer is the last they hear, and stands in what tells of the decision.
        Assert.Contains(Titles()[^1], (string[])["The fact-checkers took their rating back", "We took a decision back"]);
        Assert.Equal(0, await world.Do(World.Product, new TellOverdueDisputes()));
    }
}
