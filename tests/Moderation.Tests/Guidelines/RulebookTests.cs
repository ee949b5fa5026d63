using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookTests
{
    private readonly Rulebook shipped = ShippedRulebook.Read();

    [Fact]
    public void A_guideline_is_found_by_its_code()
    {
        Assert.Null(shipped.Find("spam")!.Clause);
        Assert.Null(shipped.Find("spa"));
        Assert.Null(shipped.Find("Spam"));
        Assert.Null(shipped.Find(""));
    }

    [Fact]
    public void A_clause_inherits_everything_but_its_words()
    {
        var spam = shipped.Find("spam")!;
        var clause = spam.Clauses[0];
        var found = shipped.Find(clause.Code)!;

        Assert.Equal((clause, clause.Text, "spam"), (found.Clause, found.Text, found.Code));
        Assert.Equal(spam, found with { Clause = null, Text = spam.Text });
    }

    [Theory]
    [InlineData("spam.unheard-of")]
    [InlineData("spam.")]
    [InlineData("fraud.repetitive")]
    [InlineData(".repetitive")]
    public void A_clause_that_is_not_there_is_not_found(string code) => Assert.Null(shipped.Find(code));

    [Fact]
    public void A_clause_whose_words_changed_is_found_with_the_words_of_its_time()
    {
        var change = new DateTimeOffset(2026, 8, 20, 0, 0, 0, TimeSpan.Zero);
        const string Code = "rec-weight-loss-cosmetic.cosmetic";

        Assert.Equal("Cosmetic procedures", shipped.Find(Code, change.AddTicks(-1))!.Clause!.Title);
        Assert.Equal("Cosmetic surgery", shipped.Find(Code, change)!.Clause!.Title);
        Assert.Equal("Cosmetic surgery", shipped.Find(Code)!.Clause!.Title);
        Assert.True(shipped.Find(Code, change)!.IsListed(change));
        Assert.False(shipped.Find(Code)!.IsListed(change.AddTicks(-1)));
        Assert.Equal("Cosmetic surgery", shipped.Find(Code, new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero))!.Clause!.Title);
    }

    [Fact]
    public void A_rule_that_its_list_dropped_is_still_found_for_old_decisions()
    {
        var rule = shipped.Find("rec-misleading")!;

        Assert.True(rule.IsListed(new(2026, 8, 19, 23, 59, 59, TimeSpan.Zero)));
        Assert.False(rule.IsListed(new(2026, 8, 20, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(rule.IsListed(new(2020, 8, 31, 23, 0, 0, TimeSpan.Zero)));
        Assert.True(rule.IsListed(new(2020, 8, 31, 23, 0, 0, TimeSpan.FromHours(-2))));
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(2, 2, 1)]
    [InlineData(6, 6, 1)]
    [InlineData(7, 7, 1)]
    [InlineData(8, 8, 3)]
    [InlineData(9, 9, 7)]
    [InlineData(10, 10, 30)]
    [InlineData(25, 10, 30)]
    public void So_many_strikes_reach_the_highest_step_not_above_them(int strikes, int step, int? days)
    {
        var reached = shipped.LadderInUse.StepFor(strikes)!;

        Assert.Equal((step, days), (reached.Strikes, reached.Outcomes.SingleOrDefault()?.Days));
    }

    [Fact]
    public void No_strike_reaches_no_step() => Assert.Null(shipped.LadderInUse.StepFor(0));

    [Fact]
    public void The_ladder_in_use_is_the_one_named()
    {
        Assert.Equal(("meta-2023", 365), (shipped.LadderInUse.Code, shipped.LadderInUse.Expiry.For(Severity.Low)));
        Assert.Equal("twitch", (shipped with { Ladder = "twitch" }).LadderInUse.Code);
    }

    [Fact]
    public void An_ordinary_rule_looks_back_ninety_days() => Assert.Equal(
        new DateTimeOffset(2025, 12, 1, 12, 0, 0, TimeSpan.Zero),
        shipped.LookBackFor(shipped.Find("spam")!, new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("dangerous-organisations")]
    [InlineData("child-safety.grooming")]
    public void A_severe_one_looks_back_four_calendar_years(string code) => Assert.Equal(
        new DateTimeOffset(2022, 2, 28, 23, 0, 0, TimeSpan.Zero),
        shipped.LookBackFor(shipped.Find(code)!, new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1))));

    [Fact]
    public void The_graver_the_sooner_due()
    {
        var hours = Enum.GetValues<Severity>().Order().Select(shipped.Windows.CaseDueHours.For).ToArray();

        Assert.Equal(hours.OrderDescending(), hours);
        Assert.Equal(hours.Distinct(), hours);
    }
}
