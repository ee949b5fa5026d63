using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Appeals;

/// <summary>Somebody asks the platform to look again at a decision.</summary>
internal sealed class Appeal
{
    /// <summary>In characters.</summary>
    public const int MaxStatementLength = 2000;

    public const int MaxReasonLength = 10_000;

    // The one table of what may follow what; everything else is refused by name.
    private static readonly Dictionary<(AppealState, AppealAct), AppealState> Transitions = new()
    {
        [(AppealState.Filed, AppealAct.Claim)] = AppealState.InReview,
        [(AppealState.InReview, AppealAct.Claim)] = AppealState.InReview,
        [(AppealState.Filed, AppealAct.Rule)] = AppealState.Ruled,
        [(AppealState.InReview, AppealAct.Rule)] = AppealState.Ruled,
        [(AppealState.Filed, AppealAct.Withdraw)] = AppealState.Withdrawn,
        [(AppealState.InReview, AppealAct.Withdraw)] = AppealState.Withdrawn,
        [(AppealState.Filed, AppealAct.Moot)] = AppealState.Moot,
        [(AppealState.InReview, AppealAct.Moot)] = AppealState.Moot,
        [(AppealState.Moot, AppealAct.Reopen)] = AppealState.Filed,
    };

    private Appeal()
    {
    }

    public AppealId Id { get; private init; }

    public DecisionId DecisionId { get; private init; }

    public AccountId AppellantId { get; private init; }

    public Appellant Appellant { get; private init; }

    public string Statement { get; private init; } = "";

    /// <summary>Whether only child-safety specialists may see it.</summary>
    public bool IsRestricted { get; private init; }

    public DateTimeOffset FiledAt { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public AppealState State { get; private set; }

    public StaffId? Holder { get; private set; }

    public long ClaimNumber { get; private set; }

    public DateTimeOffset AvailableAt { get; private set; }

    /// <summary>What the reviewer found before they saw the first reasoning; never changed.</summary>
    public Finding? FreshFinding { get; private set; }

    public Ruling? Ruling { get; private set; }

    public StaffId? RuledBy { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The kinds of outcome that were taken back, where only some were.</summary>
    public List<OutcomeKind> Lifted { get; private set; } = [];

    public static Appeal File(Decision decision, AccountId by, Appellant appellant, string statement, Guideline guideline, int answerDays, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        DecisionId = decision.Id,
        AppellantId = by,
        Appellant = appellant,
        Statement = statement,
        IsRestricted = guideline.Restricted,
        FiledAt = now,
        DueAt = now.AddDays(answerDays),
        AvailableAt = now,
    };

    public static bool IsOpen(AppealState state) => Transitions.ContainsKey((state, AppealAct.Rule));

    public Result<Done> Find(Finding finding)
    {
        if (FreshFinding is not null)
            return AppealErrors.FindingLocked;

        FreshFinding = finding;
        return default(Done);
    }

    public Result<Done> Rule(Ruling ruling, StaffId by, string reason, IEnumerable<OutcomeKind> lifted, DateTimeOffset now)
    {
        if (!Do(AppealAct.Rule, now).IsOk(out _, out var refusal))
            return refusal;

        (Ruling, RuledBy, Reason, Lifted) = (ruling, by, reason, [.. lifted]);
        return default(Done);
    }

    public Result<Done> Withdraw(DateTimeOffset now) => Do(AppealAct.Withdraw, now);

    public Result<Done> Moot(DateTimeOffset now) => Do(AppealAct.Moot, now);

    /// <summary>Its decision counts again, so it waits for an answer as before.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (!Do(AppealAct.Reopen, now).IsRefused)
            (ClosedAt, AvailableAt) = (null, now);
    }

    private Result<Done> Do(AppealAct act, DateTimeOffset now)
    {
        if (!Transitions.TryGetValue((State, act), out var next))
            return AppealErrors.NotNow(State, act);

        State = next;
        if (!IsOpen(next))
            (ClosedAt, Holder) = (now, null);
        return default(Done);
    }
}
