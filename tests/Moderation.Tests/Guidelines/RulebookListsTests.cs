using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

/// <summary>What the shipped file lists in 2021 and in 2026.</summary>
public sealed class RulebookListsTests
{
    private static readonly DateTimeOffset Then = new(2021, 6, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Rulebook shipped = ShippedRulebook.Read();

    [Theory]
    [InlineData("rec-self-harm.discussion", true, true)]
    [InlineData("rec-self-harm.trivialising", false, true)]
    [InlineData("rec-violence.fighting", true, true)]
    [InlineData("rec-suggestive.clothing", true, true)]
    [InlineData("rec-tobacco-vaping.tobacco", true, true)]
    [InlineData("rec-tobacco-vaping.adult-products", true, true)]
    [InlineData("rec-tobacco-vaping.pharmaceuticals", true, true)]
    [InlineData("rec-weight-loss-cosmetic.weight-loss", true, true)]
    [InlineData("rec-weight-loss-cosmetic.cosmetic", true, true)]
    [InlineData("rec-health-finance.health-claims", true, false)]
    [InlineData("rec-health-finance.health-sales", true, false)]
    [InlineData("rec-health-finance.business-models", true, false)]
    [InlineData("rec-engagement-bait.giveaway", true, false)]
    [InlineData("rec-clickbait.landing-page", true, false)]
    [InlineData("rec-unoriginal.little-added", true, true)]
    [InlineData("rec-unoriginal.captions", false, true)]
    [InlineData("rec-engagement-bait.comment-networks", false, true)]
    [InlineData("rec-publishing.click-gap", true, false)]
    [InlineData("rec-publishing.no-authorship", true, false)]
    [InlineData("rec-misleading.vaccines", true, false)]
    [InlineData("rec-misleading.documents", true, false)]
    public void What_is_not_recommended_depends_on_the_list_of_its_time(string code, bool in2021, bool in2026) => Assert.Equal(
        (in2021, in2026), (shipped.Find(code, Then)!.IsListed(Then), shipped.Find(code, Later)!.IsListed(Later)));

    [Theory]
    [InlineData("account.recent-breach", true, true)]
    [InlineData("account.not-recommendable", true, true)]
    [InlineData("account.inauthentic-engagement", true, true)]
    [InlineData("account.ads-banned", true, false)]
    [InlineData("account.vaccine-misinformation", true, false)]
    [InlineData("account.violent-movement", true, false)]
    [InlineData("account.age-inappropriate", false, true)]
    [InlineData("account.reposts", false, true)]
    public void So_does_what_keeps_an_account_from_being_recommended(string code, bool in2021, bool in2026) => Assert.Equal(
        (in2021, in2026),
        (shipped.AccountRules.Any(x => x.Code == code && x.Listing.Covers(Then)), shipped.AccountRules.Any(x => x.Code == code && x.Listing.Covers(Later))));

    [Fact]
    public void Whoever_re_posts_is_cured_by_time_at_first_and_later_by_work_of_their_own()
    {
        var change = new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal((10, 30, Cure.AfterLast, 30), Reposts(change.AddTicks(-1)));
        Assert.Equal((10, 30, Cure.MostlyOriginal, null), Reposts(change));

        (int?, int?, Cure, int?) Reposts(DateTimeOffset at) => shipped.AccountRules
            .Where(x => x.Code is "account.reposts" && x.Listing.Covers(at))
            .Select(x => (x.AtLeast, x.WindowDays, x.Cure, x.CureDays)).Single();
    }
}
