namespace Moderation.Tests.RepeatOffenders;

/// <summary>What a course lifts on the ladders that are shipped.</summary>
public sealed class CourseGoldenTests
{
    [Fact]
    public void Meta_lifts_a_first_warning_at_once()
    {
        var golden = new Golden("meta-2023").Strike("a", 0).Course("a", 10).Strike("b", 20);
        golden.BringsNothing();
        golden.CountsAt(Golden.Day(10).AddTicks(-1), 1);
        golden.CountsAt(10, 0);
    }

    [Theory]
    [InlineData("meta-2018", "b=2 NoCreating 20..21")]
    [InlineData("twitch", "b=2 Suspended 20..22")]
    public void Where_there_is_no_course_none_helps(string ladder, string brings) =>
        new Golden(ladder).Strike("a", 0).Course("a", 10).Strike("b", 20).Brings(brings);

    [Fact]
    public void A_course_is_no_help_once_there_is_a_second_strike() =>
        new Golden("meta-2023").Strike("a", 0).Strike("b", 5).Course("a", 10).Strike("c", 20).Brings("b=2 NoLive 5..6", "c=3 NoLive 20..21");

    [Fact]
    public void A_course_is_no_help_where_the_first_strike_was_more_than_a_warning() =>
        new Golden("meta-2023").Strike("a", 0, weight: 2).Course("a", 10).Strike("b", 20).Brings("a=2 NoLive 0..1", "b=3 NoLive 20..21");

    [Theory]
    [InlineData("sexual-exploitation")]
    [InlineData("dangerous-organisations")]
    [InlineData("dangerous-organisations.praise")]
    [InlineData("regulated-goods.high-risk-drugs")]
    public void Meta_has_no_course_for_the_gravest_rules(string guideline) =>
        new Golden("meta-2023").Strike("a", 0, guideline).Course("a", 10).Strike("b", 20).Brings("b=2 NoLive 20..21");

    [Theory]
    [InlineData("regulated-goods")]
    [InlineData("regulated-goods.tobacco")]
    [InlineData("fraud")]
    public void Meta_has_one_for_their_neighbours(string guideline) =>
        new Golden("meta-2023").Strike("a", 0, guideline).Course("a", 10).Strike("b", 20).BringsNothing();

    [Fact]
    public void Meta_gives_another_course_only_after_twelve_clean_months_to_the_tick()
    {
        var again = Golden.Day(10).AddMonths(12);
        Golden Second(DateTimeOffset at) => new Golden("meta-2023").Strike("a", 0).Course("a", 10).StrikeAt("b", at).CourseAt("b", at.AddDays(1)).StrikeAt("c", at.AddDays(2));

        Second(again.AddTicks(-1)).Reaches("c", 2);
        Second(again).BringsNothing();
    }

    [Fact]
    public void Twelve_months_from_a_leap_day_end_on_the_last_of_February()
    {
        var leap = new DateTimeOffset(2028, 2, 29, 8, 0, 0, TimeSpan.Zero);
        var again = new DateTimeOffset(2029, 2, 28, 8, 0, 0, TimeSpan.Zero);
        Golden Second(DateTimeOffset at) => new Golden("meta-2023").StrikeAt("a", leap.AddDays(-5)).CourseAt("a", leap).StrikeAt("b", at).CourseAt("b", at.AddDays(1)).StrikeAt("c", at.AddDays(2));

        Second(again.AddTicks(-1)).Reaches("c", 2);
        Second(again).BringsNothing();
    }

    [Fact]
    public void Twelve_months_over_a_leap_day_are_a_day_longer_than_a_strike_lasts()
    {
        var struck = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
        Golden Third(DateTimeOffset at) => new Golden("meta-2023").StrikeAt("a", struck.AddDays(-40)).CourseAt("a", struck.AddDays(-30)).StrikeAt("b", struck)
            .StrikeAt("c", at).CourseAt("c", at.AddDays(1)).StrikeAt("d", at.AddDays(2));

        Third(struck.AddDays(365)).Reaches("d", 2);
        Third(struck.AddDays(366)).BringsNothing();
    }

    [Fact]
    public void Twelve_months_are_not_clean_with_a_strike_in_them() =>
        new Golden("youtube").Strike("a", 0).Course("a", 1).Strike("b", 100).Under("meta-2023", 101, applied: true)
            .Strike("c", 400).Course("c", 401).Strike("d", 402).Brings("d=2 NoLive 402..403");

    [Fact]
    public void A_course_for_a_strike_that_was_overturned_is_given_back()
    {
        new Golden("meta-2023").Strike("a", 0).Course("a", 10).Strike("b", 20).Course("b", 30).Strike("c", 40).Brings("c=2 NoLive 40..41");
        new Golden("meta-2023").Strike("a", 0).Course("a", 10).Overturn("a").Strike("b", 20).Course("b", 30).Strike("c", 40).BringsNothing();
    }

    [Fact]
    public void A_course_told_twice_lifts_once() =>
        new Golden("meta-2023").Strike("a", 0).Course("a", 10).Course("a", 10).Course("a", 400).Strike("b", 500).Course("b", 501).Strike("c", 502).BringsNothing();

    [Theory]
    [InlineData(50, "spam", "b=2 NoCreating 50..57")] // within 90 days of the course, the same rule: a strike
    [InlineData(50, "spam.repetitive", "b=2 NoCreating 50..57")]
    [InlineData(50, "fraud", null)] // another rule: another warning
    [InlineData(99.5, "spam", "b=2 NoCreating 99.5..106.5")]
    [InlineData(100, "spam", null)] // the ninety days are over
    [InlineData(100, "fraud", null)]
    public void A_Youtube_warning_lapses_ninety_days_after_the_course(double day, string guideline, string? brings)
    {
        var golden = new Golden("youtube").Strike("a", 0).Course("a", 10).Strike("b", day, guideline);
        golden.Brings(brings is null ? [] : [brings]);
        golden.EndsAt("a", 11, 100);
    }

    [Fact]
    public void It_lapses_at_that_very_instant()
    {
        new Golden("youtube").Strike("a", 0).Course("a", 10).StrikeAt("b", Golden.Day(100).AddTicks(-1)).Reaches("b", 2);
        new Golden("youtube").Strike("a", 0).Course("a", 10).StrikeAt("b", Golden.Day(100)).BringsNothing();
    }

    [Fact]
    public void Another_warning_within_the_ninety_days_stays_a_warning_like_the_first() =>
        new Golden("youtube").Strike("a", 0).Course("a", 10).Strike("b", 20, "fraud").Strike("c", 300, "nudity").Brings("c=2 NoCreating 300..307");

    [Fact]
    public void Two_warnings_are_not_a_second_strike() =>
        new Golden("youtube").Strike("a", 0).Course("a", 10).Strike("b", 20, "fraud").Strike("c", 30).Brings("c=2 NoCreating 30..37");

    [Fact]
    public void Youtube_gives_a_course_for_every_warning() =>
        new Golden("youtube").Strike("a", 0).Course("a", 10).Strike("b", 110).Course("b", 111).Strike("c", 210).BringsNothing();
}
