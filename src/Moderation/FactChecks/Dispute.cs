using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>An author asks the fact-checker to look again at a rating. Whether the rating belongs on the item is for an appeal.</summary>
internal sealed class Dispute
{
    /// <summary>In characters.</summary>
    public const int MaxStatement = 2000;

    public const int MostLinks = 5;

    // The one table of what may follow what; everything else is refused by name.
    private static readonly Dictionary<(DisputeState, DisputeAct), DisputeState> Transitions = new()
    {
        [(DisputeState.Filed, DisputeAct.Answer)] = DisputeState.Answered,
        [(DisputeState.Overdue, DisputeAct.Answer)] = DisputeState.Answered,
        [(DisputeState.Filed, DisputeAct.Withdraw)] = DisputeState.Withdrawn,
        [(DisputeState.Overdue, DisputeAct.Withdraw)] = DisputeState.Withdrawn,
        [(DisputeState.Filed, DisputeAct.Moot)] = DisputeState.Moot,
        [(DisputeState.Overdue, DisputeAct.Moot)] = DisputeState.Moot,
    };

    private Dispute()
    {
    }

    public DisputeId Id { get; private init; }

    public FactCheckId FactCheckId { get; private init; }

    public ContentId ContentId { get; private init; }

    /// <summary>1, 2, 3 ... of this item and check: of two filed at once the index lets one in.</summary>
    public int Number { get; private init; }

    /// <summary>The decision that put the rating on the item.</summary>
    public DecisionId DecisionId { get; private init; }

    public AccountId DisputantId { get; private init; }

    /// <summary>The rating that is disputed, whatever the check says later.</summary>
    public Rating Rating { get; private init; }

    public string Statement { get; private set; } = "";

    /// <summary>Where what they say can be seen; https only.</summary>
    public List<string> Links { get; private set; } = [];

    public DateTimeOffset FiledAt { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    /// <summary>As stored; whether it is overdue only <see cref="StateAt"/> knows.</summary>
    public DisputeState State { get; private set; }

    public DisputeAnswer? Answer { get; private set; }

    /// <summary>The fact-checker's, in words for the author.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who answered, in the words of who sent it.</summary>
    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the author was told that nobody answered in time.</summary>
    public DateTimeOffset? OverdueToldAt { get; private set; }

    public static Dispute File(Decision decision, FactCheck check, int number, string statement, IEnumerable<string> links, int answerHours, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        FactCheckId = check.Id,
        ContentId = new(decision.SubjectId),
        Number = number,
        DecisionId = decision.Id,
        DisputantId = decision.AuthorId,
        Rating = check.Rating!.Value,
        Statement = statement,
        Links = [.. links],
        FiledAt = now,
        DueAt = now.AddHours(answerHours),
    };

    /// <summary>Until when a rating can be disputed.</summary>
    public static DateTimeOffset FileUntil(Decision decision, Guidelines.Windows windows) => decision.NoticeAt.AddDays(windows.DisputeDays);

    /// <param name="before">All disputes about this check and item.</param>
    public static Error? MayNotFile(Decision decision, FactCheck check, IReadOnlyCollection<Dispute> before, Guidelines.Windows windows, DateTimeOffset now) =>
        before.Any(x => IsOpen(x.State)) ? DisputeErrors.AlreadyOpen
        : decision.State is not DecisionState.InForce || check.Ground != decision.Guideline ? DisputeErrors.NothingToDispute
        : before.Any(x => x.Answer is DisputeAnswer.Upheld && x.FiledAt >= check.RatedAt) ? DisputeErrors.AlreadyAnswered
        : now > FileUntil(decision, windows) ? DisputeErrors.WindowClosed
        : null;

    public static bool IsOpen(DisputeState state) => Transitions.ContainsKey((state, DisputeAct.Answer));

    public static DisputeState StateAt(DisputeState state, DateTimeOffset dueAt, DateTimeOffset now) =>
        state is DisputeState.Filed && now > dueAt ? DisputeState.Overdue : state;

    /// <summary>What follows an act, or why nothing does.</summary>
    public static Result<DisputeState> After(DisputeState state, DisputeAct act) =>
        Transitions.TryGetValue((state, act), out var next) ? next : DisputeErrors.NotNow(state, act);

    public DisputeState StateAt(DateTimeOffset now) => StateAt(State, DueAt, now);

    public Result<Done> Reply(DisputeAnswer answer, string reason, string by, DateTimeOffset now)
    {
        if (!Do(DisputeAct.Answer, now).IsOk(out var done, out var refusal))
            return refusal;

        (Answer, Reason, AnsweredBy) = (answer, reason, by);
        return done;
    }

    public Result<Done> Withdraw(DateTimeOffset now) => Do(DisputeAct.Withdraw, now);

    public Result<Done> Moot(DateTimeOffset now) => Do(DisputeAct.Moot, now);

    /// <summary>Its author is erased: what they wrote goes, what came of it stays.</summary>
    public void Forget() => (Statement, Links) = ("", []);

    public void TellOverdue(DateTimeOffset now) => OverdueToldAt ??= now;

    private Result<Done> Do(DisputeAct act, DateTimeOffset now)
    {
        if (!After(StateAt(now), act).IsOk(out var next, out var refusal))
            return refusal;

        (State, ClosedAt) = (next, now);
        return default(Done);
    }
}
