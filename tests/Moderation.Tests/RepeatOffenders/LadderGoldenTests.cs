namespace Moderation.Tests.RepeatOffenders;

/// <summary>What the networks published of their ladders, as tables: a history, and what it brings about.</summary>
public sealed class LadderGoldenTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "s2=2 NoLive 1..2")]
    [InlineData(3, "s3=3 NoLive 2..3")]
    [InlineData(4, "s4=4 NoLive 3..4")]
    [InlineData(5, "s5=5 NoLive 4..5")]
    [InlineData(6, "s6=6 NoLive 5..6")]
    [InlineData(7, "s7=7 NoCreating 6..7")]
    [InlineData(8, "s8=8 NoCreating 7..10")]
    [InlineData(9, "s9=9 NoCreating 8..15")]
    [InlineData(10, "s10=10 NoCreating 9..39")]
    [InlineData(11, "s11=11 NoCreating 10..40")]
    [InlineData(14, "s14=14 NoCreating 13..43")]
    public void Meta_2023_row_by_row_and_thirty_days_again_at_each_strike_from_the_tenth(int strikes, string? last)
    {
        var said = new List<string>();
        for (var i = 2; i <= strikes; i++)
            said.Add($"s{i}={i} {(i < 7 ? "NoLive" : "NoCreating")} {i - 1}..{i - 1 + (i switch { < 8 => 1, 8 => 3, 9 => 7, _ => 30 })}");

        new Golden("meta-2023").Strikes(strikes).Brings([.. said]);
        Assert.Equal(last, said.LastOrDefault());
    }

    [Fact]
    public void Youtube_warns_then_takes_a_week_two_weeks_and_the_channel() =>
        new Golden("youtube").Strikes(4, lasts: 90).Brings("s2=2 NoCreating 1..8", "s3=3 NoCreating 2..16", "s4=4 Disabled 3..");

    [Fact]
    public void Twitch_warns_then_suspends_for_a_day_a_week_thirty_days_and_for_good() =>
        new Golden("twitch").Strike("a", 0, "spam", lasts: 90).Strike("b", 1, "fraud", lasts: 90).Strike("c", 2, "nudity", lasts: 90)
            .Strike("d", 3, "violence", lasts: 90).Strike("e", 4, "bullying", lasts: 90)
            .Brings("b=2 Suspended 1..2", "c=3 Suspended 2..9", "d=4 Suspended 3..33", "e=5 Suspended 4..");

    [Fact]
    public void A_strike_counts_until_its_year_is_over_and_not_at_that_instant()
    {
        var end = Golden.Start.AddDays(365);
        new Golden("meta-2023").StrikeAt("a", Golden.Start).StrikeAt("b", end.AddSeconds(-1)).Brings("b=2 NoLive 364.999988..365.999988");
        new Golden("meta-2023").StrikeAt("a", Golden.Start).StrikeAt("b", end).BringsNothing();
        new Golden("meta-2023").Strike("a", 0).CountsAt(end.AddTicks(-1), 1);
        new Golden("meta-2023").Strike("a", 0).CountsAt(end, 0);
    }

    [Theory]
    [InlineData(90)] // low and medium
    [InlineData(365)] // high
    [InlineData(730)] // severe
    public void Twitch_strikes_of_each_severity_end_at_their_own_instant(int lasts)
    {
        new Golden("twitch").Strike("a", 0, "violence", lasts: lasts).CountsAt(Golden.Day(lasts).AddTicks(-1), 1);
        new Golden("twitch").Strike("a", 0, "violence", lasts: lasts).CountsAt(Golden.Day(lasts), 0);
        new Golden("twitch").Strike("a", 0, "violence", lasts: lasts).Strike("b", lasts, "spam").BringsNothing();
        new Golden("twitch").Strike("a", 0, "violence", lasts: lasts).Strike("b", lasts - 1, "spam").Brings($"b=2 Suspended {lasts - 1}..{lasts}");
    }

    [Fact]
    public void Expiry_lowers_later_counts_and_ends_nothing_that_was_opened() =>
        new Golden("twitch").Strike("a", 0, "spam", lasts: 90).Strike("b", 60, "fraud", lasts: 90).Strike("c", 80, "nudity", lasts: 90)
            .Strike("d", 88, "violence", lasts: 90).Strike("e", 100, "privacy", lasts: 90)
            .Brings("b=2 Suspended 60..61", "c=3 Suspended 80..87", "d=4 Suspended 88..118", "e=4 Suspended 100..130");

    [Fact]
    public void A_strike_of_weight_three_reaches_the_third_row_at_once() =>
        new Golden("meta-2023").Strike("a", 0, weight: 3).Strike("b", 1, weight: 4).Brings("a=3 NoLive 0..1", "b=7 NoCreating 1..2");

    [Fact]
    public void One_breach_under_the_gravest_rules_closes_the_account_whatever_the_count() =>
        new Golden("meta-2023").Strike("a", 0, "child-safety", oneStrike: true).Strike("b", 5).Brings("a=1 Disabled 0..", "b=2 NoLive 5..6");

    [Fact]
    public void Meta_lifts_a_first_warning_at_once()
    {
        var golden = new Golden("meta-2023").Strike("a", 0).Course("a", 10).Strike("b", 20);
        golden.BringsNothing();
        golden.CountsAt(Golden.Day(10).AddTicks(-1), 1);
        golden.CountsAt(10, 0);
    }

    [Fact]
    public void A_course_is_no_help_once_there_is_a_second_strike() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 5).Course("a", 10).Strike("c", 20).Brings("b=2 NoLive 5..6", "c=3 NoLive 20..21");

    [Theory]
    [InlineData("sexual-exploitation")]
    [InlineData("dangerous-organisations")]
    [InlineData("dangerous-organisations.praise")]
    [InlineData("regulated-goods.high-risk-drugs")]
    public void Meta_has_no_course_for_the_gravest_rules(string guideline) =>
        new Golden("meta-2023").Strike("a", 0, guideline).Course("a", 10).Strike("b", 20).Brings("b=2 NoLive 20..21");

    [Theory]
    [InlineData(10 + 364, false)]
    [InlineData(10 + 365, true)]
    public void Meta_gives_another_course_only_after_twelve_clean_months(int second, bool helps)
    {
        var golden = new Golden("meta-2023").Strike("a", 0).Course("a", 10).Strike("b", second).Course("b", second + 1).Strike("c", second + 2);
        if (helps)
            golden.BringsNothing();
        else
            golden.Brings($"c=2 NoLive {second + 2}..{second + 3}");
    }

    [Fact]
    public void Twelve_months_are_not_clean_with_a_strike_in_them() =>
        new Golden("youtube").Strike("a", 0, lasts: 90).Course("a", 1).Strike("b", 100, lasts: 90).Under("meta-2023", 101, applied: true)
            .Strike("c", 400).Course("c", 401).Strike("d", 402).Brings("d=2 NoLive 402..403");

    [Fact]
    public void A_course_for_a_strike_that_was_overturned_is_given_back() =>
        new Golden("meta-2023").Strike("a", 0).Course("a", 10).Overturn("a").Strike("b", 20).Course("b", 30).Strike("c", 40).BringsNothing();

    [Fact]
    public void A_course_told_twice_lifts_once() =>
        new Golden("meta-2023").Strike("a", 0).Course("a", 10).Course("a", 10).Course("a", 400).Strike("b", 500).Course("b", 501).Strike("c", 502).BringsNothing();

    [Fact]
    public void A_Youtube_warning_stays_though_strikes_end_after_ninety_days()
    {
        var golden = new Golden("youtube").Strike("a", 0, lasts: 90).Strike("b", 1000, lasts: 90).Strike("c", 1100, lasts: 90);
        golden.Brings("b=2 NoCreating 1000..1007", "c=2 NoCreating 1100..1107");
        golden.CountsAt(999, 1);
        golden.EndsAt("a", 999, null);
        golden.EndsAt("b", 1001, 1090);
    }

    [Theory]
    [InlineData(50, "spam", "b=2 NoCreating 50..57")] // within 90 days of the course, the same rule: a strike
    [InlineData(50, "spam.repetitive", "b=2 NoCreating 50..57")]
    [InlineData(50, "fraud", null)] // another rule: another warning
    [InlineData(99.5, "spam", "b=2 NoCreating 99.5..106.5")]
    [InlineData(100, "spam", null)] // the ninety days are over
    [InlineData(100, "fraud", null)]
    public void A_Youtube_warning_lapses_ninety_days_after_the_course(double day, string guideline, string? brings)
    {
        var golden = new Golden("youtube").Strike("a", 0, lasts: 90).Course("a", 10).Strike("b", day, guideline, lasts: 90);
        golden.Brings(brings is null ? [] : [brings]);
        golden.EndsAt("a", 11, 100);
    }

    [Fact]
    public void Another_warning_within_the_ninety_days_stays_a_warning_like_the_first() =>
        new Golden("youtube").Strike("a", 0, lasts: 90).Course("a", 10).Strike("b", 20, "fraud", lasts: 90).Strike("c", 300, "nudity", lasts: 90)
            .Brings("c=2 NoCreating 300..307");

    [Fact]
    public void Two_warnings_are_not_a_second_strike() =>
        new Golden("youtube").Strike("a", 0, lasts: 90).Course("a", 10).Strike("b", 20, "fraud", lasts: 90).Strike("c", 30, "spam", lasts: 90)
            .Brings("c=2 NoCreating 30..37");

    [Fact]
    public void Twitch_lengthens_repeats_under_the_same_rule() =>
        new Golden("twitch").Strike("a", 0, "spam", lasts: 90).Strike("b", 1, "spam", lasts: 90).Strike("c", 2, "spam.repetitive", lasts: 90)
            .Strike("d", 3, "spam", lasts: 90).Strike("e", 4, "spam", lasts: 90)
            .Brings("b=2 Suspended 1..3", "c=3 Suspended 2..30", "d=4 Suspended 3..33", "e=5 Suspended 4..");

    [Fact]
    public void A_strike_overturned_in_the_middle_lowers_those_after_it_and_no_other() =>
        new Golden("meta-2023").Strikes(9).Overturn("s5").Brings(
            "s2=2 NoLive 1..2", "s3=3 NoLive 2..3", "s4=4 NoLive 3..4", "s6=5 NoLive 5..6", "s7=6 NoLive 6..7", "s8=7 NoCreating 7..8", "s9=8 NoCreating 8..11");

    [Fact]
    public void What_came_out_of_order_counts_in_the_order_of_time() =>
        new Golden("meta-2023").Strikes(3).Strike("x", 0.5).Course("s1", 0.2).Under("twitch", 1.5).Backwards()
            .Brings("s2=2 NoLive 1..2", "s3=3 Suspended 2..30");

    [Fact]
    public void A_new_ladder_counts_for_later_strikes_only() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 10, "fraud").Under("twitch", 10.5).Strike("c", 20, "nudity")
            .Brings("b=2 NoLive 10..11", "c=3 Suspended 20..27");

    [Fact]
    public void An_applied_ladder_cuts_what_is_in_force_and_judges_it_again() =>
        new Golden("meta-2023").Strikes(10).Under("youtube", 12, applied: true).Brings(
            "s2=2 NoLive 1..2", "s3=3 NoLive 2..3", "s4=4 NoLive 3..4", "s5=5 NoLive 4..5", "s6=6 NoLive 5..6", "s7=7 NoCreating 6..7",
            "s8=8 NoCreating 7..10", "s9=9 NoCreating 8..12", "s10=10 NoCreating 9..12",
            "s3=3 NoCreating 12..16", "s4=4 Disabled 12..", "s5=5 Disabled 12..", "s6=6 Disabled 12..", "s7=7 Disabled 12..",
            "s8=8 Disabled 12..", "s9=9 Disabled 12..", "s10=10 Disabled 12..");

    [Fact]
    public void Applying_the_same_ladder_again_changes_nothing() =>
        new Golden("meta-2023").Strikes(10).Under("meta-2023", 9.5, applied: true).Under("meta-2023", 12, applied: true).Strike("x", 13)
            .Brings([.. Enumerable.Range(2, 9).Select(i => $"s{i}={i} {(i < 7 ? "NoLive" : "NoCreating")} {i - 1}..{i - 1 + (i switch { < 8 => 1, 8 => 3, 9 => 7, _ => 30 })}"),
                "x=11 NoCreating 13..43"]);

    [Fact]
    public void Weights_that_a_new_rulebook_gave_count_from_when_it_was_applied() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 1).Reweigh("a", 1.5, weight: 9, lasts: 365).Under("meta-2023", 1.5, applied: true).Strike("c", 2)
            .Brings("b=2 NoLive 1..1.5", "a=9 NoCreating 1.5..7", "b=10 NoCreating 1.5..31", "c=11 NoCreating 2..32");

    [Fact]
    public void What_had_ended_and_expired_before_a_ladder_was_applied_is_not_opened_again() =>
        new Golden("twitch").Strike("a", 0, lasts: 90).Strike("b", 1, "fraud", lasts: 90).Under("youtube", 95, applied: true).Strike("c", 96, "nudity", lasts: 90)
            .Brings("b=2 Suspended 1..2");

    [Fact]
    public void A_leap_day_is_a_day()
    {
        var leap = new DateTimeOffset(2028, 2, 29, 8, 0, 0, TimeSpan.Zero);
        var golden = new Golden("meta-2023").StrikeAt("a", leap).StrikeAt("b", leap.AddDays(365).AddTicks(-1));
        golden.CountsAt(new DateTimeOffset(2029, 2, 28, 8, 0, 0, TimeSpan.Zero).AddTicks(-1), 2);
        golden.CountsAt(new DateTimeOffset(2029, 2, 28, 8, 0, 0, TimeSpan.Zero), 1);
    }

    [Theory]
    [InlineData(0, 2, "Loss of one feature")]
    [InlineData(1, 1, "Loss of one feature")]
    [InlineData(5, 2, "No creating of content for 1 day")]
    [InlineData(9, 1, "No creating of content for 30 days; again at each further strike")]
    [InlineData(12, 1, "No creating of content for 30 days; again at each further strike")]
    public void The_next_step_is_the_next_that_brings_something_else(int strikes, int weight, string step) =>
        new Golden("meta-2023").Strikes(strikes).Next(30, weight, step);
}
