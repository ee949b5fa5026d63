using Moderation.Laws;

namespace Moderation.Tests.Races;

// What finds nothing wrong in a race must be able to: each fault, in a history made up for it.
public sealed class RaceCheckTests
{
    private const long Lease = 1000;

    private readonly RaceHistory history = new();

    public RaceCheckTests()
    {
        history.People.Add(new("kestrel", null, null));
        history.People.Add(new("plover", null, null));
        history.People.Add(new("wren", new HashSet<string> { "nl" }, "author-grave"));
        Open("grave", 9);
        Open("mild", 1);
    }

    [Fact]
    public void One_after_the_other_is_as_it_should_be()
    {
        Claim("kestrel", 10, "grave", 1);
        Claim("plover", 11, "mild", 1);
        Try(RaceAct.Release, "grave", 1, 20, true);
        Claim("plover", 30, "grave", 2);
        Try(RaceAct.Decide, "grave", 1, 40, false);
        Try(RaceAct.Decide, "grave", 2, 50, true);

        var (doubles, stale, inversions) = Faults();
        Assert.Empty(doubles.Concat(stale).Concat(inversions));
    }

    [Fact]
    public void Two_at_one_time_are_seen()
    {
        Claim("kestrel", 10, "grave", 1);
        Claim("plover", 20, "grave", 2);
        Try(RaceAct.Decide, "grave", 1, 30, true);

        Assert.Equal("grave went to plover while kestrel held it", Assert.Single(Faults().Doubles));
    }

    [Fact]
    public void One_number_given_twice_is_seen()
    {
        Claim("kestrel", 10, "grave", 1);
        Claim("plover", 10, "grave", 1);

        Assert.Equal("grave was claimed 2 times as 1", Assert.Single(Faults().Doubles));
    }

    [Fact]
    public void A_lease_that_was_renewed_still_holds()
    {
        Claim("kestrel", 10, "grave", 1);
        Try(RaceAct.Renew, "grave", 1, 500, true, 500 + Lease);
        Claim("plover", 10 + Lease + 5, "grave", 2);

        Assert.Single(Faults().Doubles);
    }

    [Theory]
    [InlineData(RaceAct.Release)]
    [InlineData(RaceAct.Expire)]
    public void What_is_accepted_from_who_holds_it_no_more_is_seen(RaceAct ended)
    {
        Claim("kestrel", 10, "grave", 1);
        Try(ended, "grave", 1, 20, true);
        Try(RaceAct.Decide, "grave", 1, 30, true);

        Assert.Equal("Decide of grave was accepted under 1, which was over", Assert.Single(Faults().Stale));
    }

    [Fact]
    public void What_is_accepted_after_the_lease_ended_by_itself_is_seen()
    {
        Claim("kestrel", 10, "grave", 1);
        Try(RaceAct.Decide, "grave", 1, 10 + Lease + 5, true);

        Assert.Single(Faults().Stale);
    }

    [Fact]
    public void A_number_that_nobody_was_given_is_seen()
    {
        Try(RaceAct.Renew, "grave", 7, 10, true, 2000);

        Assert.Single(Faults().Stale);
    }

    [Fact]
    public void A_lower_case_given_before_a_higher_one_is_seen()
    {
        Claim("kestrel", 10, "mild", 1);
        Claim("kestrel", 20, "grave", 1);

        Assert.Equal("kestrel was given mild although grave comes before it", Assert.Single(Faults().Inversions));
    }

    [Fact]
    public void Nothing_given_where_something_waits_is_seen()
    {
        Claim("kestrel", 10, null, 0);

        Assert.Equal("kestrel was given nothing although grave comes before it", Assert.Single(Faults().Inversions));
    }

    [Fact]
    public void What_became_higher_or_free_only_during_the_call_is_no_fault()
    {
        Claim("kestrel", 10, "grave", 1);
        Open("late", 0);
        history.Ranks.Add(new("late", 19, 21, Key("late", 5)));
        Try(RaceAct.Release, "grave", 1, 20, true);
        Claim("plover", 20, "mild", 1);

        Assert.Empty(Faults().Inversions);
    }

    [Fact]
    public void What_became_higher_before_the_call_counts()
    {
        Open("late", 0);
        history.Ranks.Add(new("late", 15, 16, Key("late", 5)));
        Claim("plover", 10, "grave", 1);
        Claim("plover", 20, "mild", 1);

        Assert.Equal("plover was given mild although late comes before it", Assert.Single(Faults().Inversions));
    }

    [Fact]
    public void Somebodys_own_and_other_languages_are_no_fault_but_being_given_them_is()
    {
        Open("dutch", 0, "nl");
        Open("french", 5, "fr");
        Claim("wren", 10, "mild", 1);
        Assert.Empty(Faults().Inversions);

        Claim("wren", 20, "french", 1);
        Assert.Equal("wren was given french, which they may not take", Assert.Single(Faults().Inversions));
    }

    [Fact]
    public void A_case_that_somebody_unknown_may_have_held_is_no_fault()
    {
        Claim("kestrel", 10, "mild", 1);
        Claim("plover", 20, "grave", 2);

        Assert.Empty(Faults().Inversions);
    }

    private void Open(string id, double priority, string lane = "")
    {
        history.Cases.Add(new(id, lane, $"author-{id}"));
        history.Ranks.Add(new(id, 0, 1, Key(id, priority)));
    }

    private void Claim(string person, long at, string? id, long number) =>
        history.Claims.Add(new(person, at, at + 2, id, number, at + Lease));

    private void Try(RaceAct act, string id, long number, long at, bool accepted, long leaseEnd = 0) =>
        history.Tries.Add(new(act, id, number, at, at + 2, accepted, leaseEnd));

    private static Key Key(string id, double priority) => new(priority, 0, id);

    private (string[] Doubles, string[] Stale, string[] Inversions) Faults()
    {
        var check = new RaceCheck(history);
        return ([.. check.Doubles()], [.. check.Stale()], [.. check.Inversions()]);
    }
}
