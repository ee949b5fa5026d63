using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class CaseMovesTests
{
    private static readonly string[] Table =
    [
        // Claim      Assign     Gather     Wake            Judge    Vanish Renew    Leave    Release    Decide   Escalate   Answer     Snooze   HandOver
        "Open:        Claimed    Open       Open            case.notSnoozed Decided Void claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
        "Claimed:     claim.held claim.held Claimed         case.notSnoozed Decided Void Claimed     Claimed     Open        Decided     Escalated   case.notEscalated Snoozed Open",
        "Claimed!:    claim.held claim.held Claimed         case.notSnoozed Decided Void Claimed     Claimed     Escalated   Decided     Escalated   Open        Snoozed     Escalated",
        "Escalated!:  Claimed    case.escalated Escalated   case.notSnoozed Decided Void claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
        "Snoozed:     case.snoozed case.snoozed Snoozed     Open            Decided Void claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
        "Snoozed!:    case.snoozed case.snoozed Snoozed     Escalated       Decided Void claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
        "Decided:     case.closed case.closed case.closed   case.closed     case.closed case.closed claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
        "Void:        case.closed case.closed case.closed   case.closed     case.closed case.closed claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale claim.stale",
    ];

    [Fact]
    public void Every_move_in_every_state_goes_where_it_should_or_is_refused_by_name() => Assert.All(Table, line =>
    {
        var words = line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        var state = Enum.Parse<CaseState>(words[0].TrimEnd('!'));
        var moves = Enum.GetValues<CaseMove>();
        Assert.Equal(moves.Length, words.Length - 1);
        Assert.Equal(
            moves.Zip(words.Skip(1), (move, to) => $"{words[0]} {move}: {to}"),
            moves.Select(move => $"{words[0]} {move}: {CaseMoves.After(state, move, words[0].EndsWith('!')).Match(x => $"{x}", no => no.Code)}"));
    });

    [Fact]
    public void No_state_is_left_out() => Assert.Equal(
        Enum.GetNames<CaseState>().Order(), Table.Select(x => x.Split(':')[0].TrimEnd('!')).Distinct().Order());
}
