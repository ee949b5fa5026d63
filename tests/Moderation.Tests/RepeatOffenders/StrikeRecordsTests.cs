using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>From what was decided to strikes.</summary>
public sealed class StrikeRecordsTests
{
    private static readonly RunId Batch = new(Guid.NewGuid());

    [Fact]
    public void What_one_run_did_to_an_account_is_one_strike_of_its_earliest_decision()
    {
        var rows = Enumerable.Range(0, 5).Select(x => Row(Batch, x)).ToArray();
        var (strikes, decisions) = StrikeRecords.Assemble(rows.Reverse());

        var strike = Assert.Single(strikes);
        Assert.Equal((Batch.Value, Golden.Day(0), rows[0].Decision), (strike.Id, strike.At, decisions[strike.Id]));
        Assert.Equal(1, strike.TermsAt(Golden.Day(9))!.Weight);
    }

    [Fact]
    public void It_lives_until_its_last_decision_is_overturned()
    {
        var rows = Enumerable.Range(0, 3).Select(x => Row(Batch, x)).ToArray();
        Assert.Equal((Batch.Value, Golden.Day(2)), StrikeRecords.Assemble(rows[2..]).Strikes.Select(x => (x.Id, x.At)).Single());
        Assert.Empty(StrikeRecords.Assemble([]).Strikes);
    }

    [Fact]
    public void Decisions_of_no_run_are_strikes_of_their_own() =>
        Assert.Equal(2, StrikeRecords.Assemble([Row(null, 0), Row(null, 1)]).Strikes.Count);

    [Fact]
    public void Outcomes_of_one_decision_are_the_terms_of_one_strike()
    {
        var first = Row(null, 0) with { EndedAt = Golden.Day(10) };
        var strike = Assert.Single(StrikeRecords.Assemble([first with { From = Golden.Day(10), EndedAt = null, Weight = 3 }, first]).Strikes);

        Assert.Equal((Golden.Day(0), 1, 3), (strike.At, strike.TermsAt(Golden.Day(9))!.Weight, strike.TermsAt(Golden.Day(10))!.Weight));
    }

    [Fact]
    public void A_strike_from_before_there_were_weights_counts_for_one() =>
        Assert.Equal(1, StrikeRecords.Assemble([Row(null, 0) with { Weight = 0 }]).Strikes[0].Terms[0].Weight);

    private static StrikeRow Row(RunId? batch, double day) => new(
        "author", new DecisionId(Guid.CreateVersion7(Golden.Day(day))), batch, "spam", Golden.Day(day), Golden.Day(day + 365), null, 1, false);
}
