namespace Moderation.Tests.RepeatOffenders;

/// <summary>What the networks published of their ladders, row by row, on the tables that are shipped: a history, and what it brings about.</summary>
public sealed class LadderGoldenTests
{
    private static readonly string[] OneFeature = [.. Enumerable.Range(2, 5).Select(i => $"s{i}={i} NoLive {i - 1}..{i}")];

    [Fact]
    public void Meta_2023_warns_takes_a_feature_five_times_and_then_creating_for_longer_and_longer() => new Golden("meta-2023").Strikes(10).Brings(
        [.. OneFeature, "s7=7 NoCreating 6..7", "s8=8 NoCreating 7..10", "s9=9 NoCreating 8..15", "s10=10 NoCreating 9..39"]);

    [Fact]
    public void Meta_2023_takes_thirty_days_again_at_each_strike_from_the_tenth() => new Golden("meta-2023").Strikes(14).Brings(
        [.. OneFeature, "s7=7 NoCreating 6..7", "s8=8 NoCreating 7..10", "s9=9 NoCreating 8..15", "s10=10 NoCreating 9..39",
            "s11=11 NoCreating 10..40", "s12=12 NoCreating 11..41", "s13=13 NoCreating 12..42", "s14=14 NoCreating 13..43"]);

    [Fact]
    public void Meta_2018_warns_then_takes_creating_for_a_day_three_seven_and_thirty_and_thirty_again() => new Golden("meta-2018").Strikes(7).Brings(
        "s2=2 NoCreating 1..2", "s3=3 NoCreating 2..5", "s4=4 NoCreating 3..10", "s5=5 NoCreating 4..34", "s6=6 NoCreating 5..35", "s7=7 NoCreating 6..36");

    [Fact]
    public void Youtube_warns_then_takes_a_week_two_weeks_and_the_channel() =>
        new Golden("youtube").Strikes(5).Brings("s2=2 NoCreating 1..8", "s3=3 NoCreating 2..16", "s4=4 Disabled 3..", "s5=5 Disabled 4..");

    [Fact]
    public void Twitch_warns_then_suspends_for_a_day_a_week_thirty_days_and_for_good() =>
        new Golden("twitch").Strike("a", 0, "spam").Strike("b", 1, "fraud").Strike("c", 2, "nudity").Strike("d", 3, "violence")
            .Strike("e", 4, "bullying").Strike("f", 5, "privacy")
            .Brings("b=2 Suspended 1..2", "c=3 Suspended 2..9", "d=4 Suspended 3..33", "e=5 Suspended 4..", "f=6 Suspended 5..");

    [Theory]
    [InlineData("meta-2023")]
    [InlineData("meta-2018")]
    [InlineData("youtube")]
    [InlineData("twitch")]
    public void Everywhere_a_first_strike_is_only_a_warning(string ladder)
    {
        var golden = new Golden(ladder).Strike("a", 0);
        golden.BringsNothing();
        golden.CountsAt(Golden.Start.AddTicks(-1), 0);
        golden.CountsAt(Golden.Start, 1);
    }

    [Theory]
    [InlineData("meta-2023", 2, "a=2 NoLive 0..1")]
    [InlineData("meta-2023", 3, "a=3 NoLive 0..1")]
    [InlineData("meta-2018", 2, "a=2 NoCreating 0..1")]
    [InlineData("meta-2018", 3, "a=3 NoCreating 0..3")]
    [InlineData("youtube", 2, "a=2 NoCreating 0..7")]
    [InlineData("youtube", 3, "a=3 NoCreating 0..14")]
    [InlineData("twitch", 2, "a=2 Suspended 0..1")]
    [InlineData("twitch", 3, "a=3 Suspended 0..7")]
    public void A_rule_of_weight_two_or_three_reaches_that_row_at_once(string ladder, int weight, string brings) =>
        new Golden(ladder).Strike("a", 0, weight: weight).Brings(brings);

    [Fact]
    public void Weights_add_up_and_rows_between_are_passed_over() =>
        new Golden("meta-2023").Strike("a", 0, weight: 3).Strike("b", 1, weight: 2).Strike("c", 2, weight: 2).Brings("a=3 NoLive 0..1", "b=5 NoLive 1..2", "c=7 NoCreating 2..3");

    [Theory]
    [InlineData("meta-2023", "b=2 NoLive 5..6")]
    [InlineData("meta-2018", "b=2 NoCreating 5..6")]
    [InlineData("youtube", "b=2 NoCreating 5..12")]
    [InlineData("twitch", "b=2 Suspended 5..6")]
    public void One_breach_under_the_gravest_rule_closes_the_account_whatever_the_count(string ladder, string next)
    {
        new Golden(ladder).Strike("a", 0, "child-safety").Strike("b", 5).Brings("a=1 Disabled 0..", next);
        new Golden(ladder).Strike("a", 0, "child-safety").Strike("b", 5).Overturn("a").BringsNothing();
    }

    [Fact]
    public void Of_the_severe_rules_only_that_one_costs_the_account_at_once() =>
        new Golden("meta-2023").Strike("a", 0, "dangerous-organisations").Strike("b", 1, "sexual-exploitation").Strike("c", 2, "child-safety")
            .Brings("b=2 NoLive 1..2", "c=3 Disabled 2..");

    [Fact]
    public void What_one_run_removed_is_one_strike_of_its_earliest_instant() =>
        new Golden("meta-2018").Strike("a", 0).Strike("run", 3).Strike("run", 2).Strike("run", 4).Strike("b", 5).Brings("run=2 NoCreating 2..3", "b=3 NoCreating 5..8");

    [Fact]
    public void Twitch_lengthens_repeats_under_the_same_rule_up_to_thirty_days() =>
        new Golden("twitch").Strike("a", 0).Strike("b", 1).Strike("c", 2, "spam.repetitive").Strike("d", 3).Strike("e", 4)
            .Brings("b=2 Suspended 1..3", "c=3 Suspended 2..30", "d=4 Suspended 3..33", "e=5 Suspended 4..");

    [Fact]
    public void Repeats_that_expired_or_were_overturned_lengthen_nothing()
    {
        new Golden("twitch").Strike("a", 0).Strike("b", 1, "violence").Strike("c", 90).Brings("b=2 Suspended 1..2", "c=2 Suspended 90..91");
        new Golden("twitch").Strike("a", 0).Strike("b", 1, "violence").Strike("c", 2).Overturn("a").Brings("c=2 Suspended 2..3");
    }

    [Theory]
    [InlineData("meta-2023", "b=2 NoLive 1..2")]
    [InlineData("meta-2018", "b=2 NoCreating 1..2")]
    [InlineData("youtube", "b=2 NoCreating 1..8")]
    public void Elsewhere_repeats_lengthen_nothing(string ladder, string brings) => new Golden(ladder).Strike("a", 0).Strike("b", 1).Brings(brings);

    [Fact]
    public void A_strike_overturned_in_the_middle_lowers_those_after_it_and_no_other()
    {
        new Golden("meta-2023").Strikes(9).Overturn("s5").Brings(
            "s2=2 NoLive 1..2", "s3=3 NoLive 2..3", "s4=4 NoLive 3..4", "s6=5 NoLive 5..6", "s7=6 NoLive 6..7", "s8=7 NoCreating 7..8", "s9=8 NoCreating 8..11");
        new Golden("youtube").Strikes(4).Overturn("s2").Brings("s3=2 NoCreating 2..9", "s4=3 NoCreating 3..17");
    }

    [Fact]
    public void What_came_out_of_order_counts_in_the_order_of_time() =>
        new Golden("meta-2023").Strikes(3).Strike("x", 0.5).Course("s1", 0.2).Under("twitch", 1.5).Backwards()
            .Brings("s2=2 NoLive 1..2", "s3=3 Suspended 2..30");

    [Theory]
    [InlineData("meta-2023", 0, 2, "Loss of one feature")]
    [InlineData("meta-2023", 1, 1, "Loss of one feature")]
    [InlineData("meta-2023", 5, 2, "No creating of content for 1 day")]
    [InlineData("meta-2023", 9, 1, "No creating of content for 30 days; again at each further strike")]
    [InlineData("meta-2023", 12, 1, "No creating of content for 30 days; again at each further strike")]
    [InlineData("meta-2018", 4, 1, "No creating of content for 30 days; again at each further strike")]
    [InlineData("meta-2018", 6, 1, "No creating of content for 30 days; again at each further strike")]
    [InlineData("youtube", 3, 1, "Third strike: account closed")]
    [InlineData("twitch", 2, 1, "Suspended for 7 days")]
    [InlineData("twitch", 6, 1, "Suspended until lifted")]
    public void The_next_step_is_the_next_that_brings_something_else_and_at_the_top_the_top_again(string ladder, int strikes, int weight, string step) =>
        new Golden(ladder).Strikes(strikes).Next(30, weight, step);
}
