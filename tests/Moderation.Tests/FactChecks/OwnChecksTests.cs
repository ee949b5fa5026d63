using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>Nobody says anything of a check that is about what they posted themselves, were it only as a copy; a colleague does.</summary>
public sealed class OwnChecksTests : OnCopies
{
    private static readonly AccountId Own = new("somebody");
    private static readonly Actor.Staff Colleague = new(new("colleague"));

    [Fact]
    public async Task A_copy_of_ones_own_is_for_a_colleague_to_judge()
    {
        var check = await Checked("copy");
        foreach (var act in new IUseCase<Done>[] { new UnmatchCopy(check, new("copy"), "It quotes it."), new ConfirmCopy(check, new("copy")) })
        {
            Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, act));
            Assert.Equal(ClaimErrors.Own, await world.Refuse(World.Lead, act));
        }

        Assert.False((await On(new("copy"), Surface.Feed)).IsPlainAllow);
        await world.Do(Colleague, new UnmatchCopy(check, new("copy"), "It quotes it."));
        Assert.True((await On(new("copy"), Surface.Feed)).IsPlainAllow);
        // Once it is about nothing of theirs, it is a check like any other.
        Assert.True((await world.Do(Checker, new ClaimFile(check))).IsYours);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Rating.Satire)]
    public async Task A_check_that_labels_ones_own_is_for_a_colleague_to_correct(Rating? rating)
    {
        var check = await Checked("copy");
        var before = world.Fingerprint();
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks")));
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, new FileFactCheck(Review(Word(rating ?? Rating.True)), [])));
        Assert.Equal(before, world.Fingerprint());
        Assert.False((await world.Do(Checker, new ClaimFile(check))).IsYours);
        await world.Do(Colleague, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks"));
        Assert.Equal(VerdictAction.Allow, (await On(new("copy"), Surface.Explore)).Action);
    }

    [Fact]
    public async Task Nobody_files_or_rates_a_check_about_ones_own()
    {
        await Hire();
        var mine = await world.Post("mine", Own, Claim);
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, new FileFactCheck(Review("False"), [mine])));
        var waiting = (await world.Do(Colleague, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 5, \"worstRating\": 1"), [mine]))).FactCheckId;
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, new RateClaim(waiting, Rating.True)));
        await world.Do(Colleague, new RateClaim(waiting, Rating.False));
        Assert.False((await On(mine, Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task What_somebody_else_disputes_does_not_lift_the_label_of_ones_own()
    {
        var check = await Checked("copy");
        var decision = world.Read(db => db.Set<Moderation.Enforcement.Decision>().Single(x => x.SubjectId == "post-1" && x.OverturnedAt == null).Id);
        var dispute = (await world.Do(World.Member, new FileDispute(decision, World.Author, "The minutes say so.", []))).DisputeId;
        var answer = new AnswerDispute(dispute, DisputeAnswer.CheckWithdrawn, null, "We were wrong.", "Harbour Checks");
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, answer));
        Assert.Equal(DisputeState.Filed, world.Read(db => db.Disputes.Single().State));
        await world.Do(Colleague, answer);
        Assert.Equal(FactCheckState.Withdrawn, (await world.Do(Colleague, new ClaimFile(check))).State);
    }

    // The checker and the lead share an account on the network, which posted a copy.
    private async Task<Moderation.Enforcement.FactCheckId> Checked(string copy)
    {
        await Hire();
        var post = await world.Post(text: Claim);
        await world.Post(copy, Own, $"{Altered} Shame");
        return (await world.Do(Colleague, new FileFactCheck(Review("False"), [post]))).FactCheckId;
    }

    private async Task Hire()
    {
        await Ready();
        await world.Do(World.Product, new PutStaff(Colleague.Id, "Colleague", null, [Role.FactChecker], null, null, Active: true));
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true, Account: Own));
        await world.Do(World.Product, new PutStaff(World.Lead.Id, "Lead", null, [Role.Lead], null, null, Active: true, Account: Own));
    }
}
