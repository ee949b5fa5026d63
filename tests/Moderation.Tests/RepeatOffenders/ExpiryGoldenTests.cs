namespace Moderation.Tests.RepeatOffenders;

/// <summary>How long strikes count on the tables that are shipped, to the tick, and what another ladder makes of them.</summary>
public sealed class ExpiryGoldenTests
{
    [Theory]
    [InlineData("meta-2023", "spam", 365)] // low
    [InlineData("meta-2023", "nudity", 365)] // medium
    [InlineData("meta-2023", "fraud", 365)] // high
    [InlineData("meta-2023", "dangerous-organisations", 365)] // severe
    [InlineData("meta-2018", "spam", 365)]
    [InlineData("meta-2018", "nudity", 365)]
    [InlineData("meta-2018", "fraud", 365)]
    [InlineData("meta-2018", "dangerous-organisations", 365)]
    [InlineData("twitch", "spam", 90)]
    [InlineData("twitch", "nudity", 365)]
    [InlineData("twitch", "fraud", 730)]
    [InlineData("twitch", "dangerous-organisations", 730)]
    public void A_strike_counts_to_the_last_tick_before_its_end_and_not_at_that_instant(string ladder, string guideline, int lasts)
    {
        var (given, end) = (Golden.Start, Golden.Day(lasts));
        var golden = new Golden(ladder).StrikeAt("a", given, guideline);
        golden.EndsAt("a", lasts - 1, lasts);
        golden.CountsAt(end.AddTicks(-1), 1);
        golden.CountsAt(end, 0);
        new Golden(ladder).StrikeAt("a", given, guideline).StrikeAt("b", end.AddTicks(-1), "privacy").Reaches("b", 2);
        new Golden(ladder).StrikeAt("a", given, guideline).StrikeAt("b", end, "privacy").BringsNothing();
    }

    [Theory]
    [InlineData("spam")]
    [InlineData("nudity")]
    [InlineData("fraud")]
    [InlineData("dangerous-organisations")]
    public void A_Youtube_strike_counts_for_ninety_days_whatever_its_severity(string guideline)
    {
        var end = Golden.Day(91);
        var golden = new Golden("youtube").Strike("warning", 0, "privacy").Strike("a", 1, guideline);
        golden.CountsAt(end.AddTicks(-1), 2);
        golden.CountsAt(end, 1);
        new Golden("youtube").Strike("warning", 0, "privacy").Strike("a", 1, guideline).StrikeAt("b", end.AddTicks(-1), "bullying").Reaches("b", 3);
        new Golden("youtube").Strike("warning", 0, "privacy").Strike("a", 1, guideline).StrikeAt("b", end, "bullying").Reaches("b", 2);
    }

    [Fact]
    public void A_Youtube_warning_stays_though_strikes_end_after_ninety_days()
    {
        var golden = new Golden("youtube").Strike("a", 0).Strike("b", 1000).Strike("c", 1100);
        golden.Brings("b=2 NoCreating 1000..1007", "c=2 NoCreating 1100..1107");
        golden.CountsAt(999, 1);
        golden.EndsAt("a", 999, null);
        golden.EndsAt("b", 1001, 1090);
    }

    [Fact]
    public void Expiry_between_two_strikes_lowers_the_later_count_and_ends_nothing_that_was_opened() =>
        new Golden("twitch").Strike("a", 0, "spam").Strike("b", 60, "fraud").Strike("c", 80, "nudity").Strike("d", 88, "violence").Strike("e", 100, "privacy")
            .Brings("b=2 Suspended 60..61", "c=3 Suspended 80..87", "d=4 Suspended 88..118", "e=4 Suspended 100..130");

    [Fact]
    public void A_year_is_365_days_also_over_a_leap_day()
    {
        // The twenty-ninth of February 2028 is among them, so it ends a calendar day early.
        var golden = new Golden("meta-2023").StrikeAt("a", new(2027, 6, 1, 8, 0, 0, TimeSpan.Zero));
        golden.CountsAt(new DateTimeOffset(2028, 5, 31, 8, 0, 0, TimeSpan.Zero).AddTicks(-1), 1);
        golden.CountsAt(new DateTimeOffset(2028, 5, 31, 8, 0, 0, TimeSpan.Zero), 0);
    }

    [Fact]
    public void A_strike_given_on_a_leap_day_ends_on_the_last_of_February()
    {
        var golden = new Golden("meta-2023").StrikeAt("a", new(2028, 2, 29, 8, 0, 0, TimeSpan.Zero));
        golden.CountsAt(new DateTimeOffset(2029, 2, 28, 8, 0, 0, TimeSpan.Zero).AddTicks(-1), 1);
        golden.CountsAt(new DateTimeOffset(2029, 2, 28, 8, 0, 0, TimeSpan.Zero), 0);
    }

    [Fact]
    public void A_block_of_days_begun_before_a_leap_day_has_no_day_more() =>
        new Golden("meta-2018").StrikeAt("a", new(2028, 2, 26, 12, 0, 0, TimeSpan.Zero)).StrikeAt("b", new(2028, 2, 28, 12, 0, 0, TimeSpan.Zero))
            .StrikeAt("c", new(2028, 2, 28, 12, 0, 0, TimeSpan.Zero)).Brings("b=2 NoCreating 788..789", "c=3 NoCreating 788..791");

    [Fact]
    public void A_new_ladder_counts_for_later_strikes_only() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 10, "fraud").Under("twitch", 10.5).Strike("c", 20, "nudity")
            .Brings("b=2 NoLive 10..11", "c=3 Suspended 20..27");

    [Fact]
    public void A_new_ladder_counts_from_its_very_instant()
    {
        new Golden("meta-2023").Strike("a", 0).StrikeAt("b", Golden.Day(10).AddTicks(-1), "fraud").Under("twitch", 10).Brings("b=2 NoLive 10..11");
        new Golden("meta-2023").Strike("a", 0).Strike("b", 10, "fraud").Under("twitch", 10).Brings("b=2 Suspended 10..11");
    }

    [Fact]
    public void Strikes_given_under_a_ladder_end_as_it_said_though_another_is_in_force()
    {
        new Golden("meta-2023").Strike("a", 0).Under("twitch", 10).Strike("b", 364).Brings("b=2 Suspended 364..366");
        new Golden("twitch").Strike("a", 0).Under("meta-2023", 10).Strike("b", 90).BringsNothing();
    }

    [Fact]
    public void An_applied_ladder_cuts_what_is_in_force_and_judges_it_again() =>
        new Golden("meta-2023").Strikes(10).Under("youtube", 12, applied: true).Brings(
            "s2=2 NoLive 1..2", "s3=3 NoLive 2..3", "s4=4 NoLive 3..4", "s5=5 NoLive 4..5", "s6=6 NoLive 5..6", "s7=7 NoCreating 6..7",
            "s8=8 NoCreating 7..10", "s9=9 NoCreating 8..12", "s10=10 NoCreating 9..12",
            "s3=3 NoCreating 12..16", "s4=4 Disabled 12..", "s5=5 Disabled 12..", "s6=6 Disabled 12..", "s7=7 Disabled 12..",
            "s8=8 Disabled 12..", "s9=9 Disabled 12..", "s10=10 Disabled 12..");

    [Fact]
    public void Applying_the_same_ladder_again_changes_nothing() =>
        new Golden("meta-2018").Strikes(5).Under("meta-2018", 4.5, applied: true).Under("meta-2018", 12, applied: true).Strike("x", 13).Brings(
            "s2=2 NoCreating 1..2", "s3=3 NoCreating 2..5", "s4=4 NoCreating 3..10", "s5=5 NoCreating 4..34", "x=6 NoCreating 13..43");

    [Fact]
    public void Weights_that_a_new_rulebook_gave_count_from_when_it_was_applied() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 1).Reweigh("a", 1.5, weight: 9).Under("meta-2023", 1.5, applied: true).Strike("c", 2)
            .Brings("b=2 NoLive 1..1.5", "a=9 NoCreating 1.5..7", "b=10 NoCreating 1.5..31", "c=11 NoCreating 2..32");

    [Fact]
    public void What_had_ended_and_expired_before_a_ladder_was_applied_is_not_opened_again() =>
        new Golden("twitch").Strike("a", 0).Strike("b", 1).Under("youtube", 95, applied: true).Strike("c", 96, "nudity").Brings("b=2 Suspended 1..3");
}
