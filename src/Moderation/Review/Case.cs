using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>One subject to be looked at, gathering its reports and signals, in one lane.</summary>
internal sealed partial class Case
{
    private Case()
    {
    }

    public CaseId Id { get; private init; }

    /// <summary>The end of its short name, for search; see <see cref="CaseId.Code"/>.</summary>
    public string Code { get; private init; } = "";

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public AccountId AuthorId { get; private init; }

    /// <summary>Null for accounts.</summary>
    public ContentKind? ContentKind { get; private init; }

    /// <summary>The language alone, lower case; empty where it is not known.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Of the author, two letters; empty where it is not known.</summary>
    public string Country { get; private set; } = "";

    public long LaneId { get; private set; }

    public CaseStage Stage { get; private set; }

    public bool IsEscalated { get; private set; }

    public bool IsRestricted { get; private set; }

    public Severity Severity { get; private set; }

    /// <summary>Log of expected harm, with age as a constant, so that order never drifts with time.</summary>
    public double Priority { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>From then on everybody may claim it: the end of a lease, a snooze, or of being kept for somebody.</summary>
    public DateTimeOffset AvailableAt { get; private set; }

    public StaffId? Holder { get; private set; }

    /// <summary>Grows with every claim; must come back with the decision.</summary>
    public long ClaimNumber { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public int Reports { get; private set; }

    public int Signals { get; private set; }

    /// <summary>The highest score of its signals, 0 to 1.</summary>
    public double TopScore { get; private set; }

    /// <summary>What programs reported; counted apart, and not for its priority.</summary>
    public int AutomatedReports { get; private set; }

    /// <summary>As many reports by wholly credible people as those it has are worth; 0 and up.</summary>
    public double ReportWeight { get; private set; }

    /// <summary>Followers of the author when it was last weighed.</summary>
    public long Reach { get; private set; }

    /// <summary>What its reports and signals name, in the order in which they came.</summary>
    public List<string> Guidelines { get; private set; } = [];

    /// <summary>The gravest of those, of equals the first; null where none is named.</summary>
    public string? LeadGuideline { get; private set; }

    /// <summary>Everybody who brought something.</summary>
    public CaseSources Sources { get; private set; }

    /// <summary>Nobody but who snoozed it is asked before.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    public StaffId? SnoozedBy { get; private set; }

    /// <summary>Kept for this person until it becomes available.</summary>
    public StaffId? AssignedTo { get; private set; }

    /// <summary>Since when its clock stands still; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>When what its holder said of it takes effect; until then nobody can take it, and no number is good for it.</summary>
    public DateTimeOffset? JudgementDueAt { get; private set; }

    public string? Question { get; private set; }

    public StaffId? EscalatedBy { get; private set; }

    /// <summary>The revision reported first; null for accounts.</summary>
    public int? Revision { get; private init; }

    /// <summary>What the decision that closed it judged; reports of the same find it decided.</summary>
    public int? DecidedRevision { get; private set; }

    public bool WasBreach { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    /// <summary>Log of the expected harm, 0 and up.</summary>
    public double Harm => CasePriority.HarmIn(Priority, OpenedAt);

    /// <summary>What machines brought: signals, and reports by programs.</summary>
    public int FromMachines => Signals + AutomatedReports;

    public static Case Open(SubjectRef subject, KnownSubject known, DateTimeOffset now)
    {
        var id = new CaseId(Guid.CreateVersion7(now));
        return new()
        {
            Id = id,
            Code = id.Code[2..],
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            AuthorId = known.Author,
            ContentKind = known.Kind,
            Language = Lane.LanguageOf(known.Language),
            Country = known.Country ?? "",
            Revision = known.Revision,
            Reach = known.Reach,
            OpenedAt = now,
            AvailableAt = now,
            DueAt = DateTimeOffset.MaxValue,
            Severity = Severity.Low,
        };
    }

    public void Gather(Guideline? guideline, CaseSource source, double score)
    {
        Sources |= source.AsSources;
        if (source is CaseSource.Signal)
        {
            Signals++;
            TopScore = Math.Max(TopScore, score);
        }
        else if (source is CaseSource.Automated)
        {
            AutomatedReports++;
        }
        else if (source is not CaseSource.Overturn)
        {
            Reports++;
        }

        if (guideline is not null)
        {
            Guidelines = [.. Guidelines.Append(guideline.Code).Distinct()];
            if (LeadGuideline is null || guideline.Severity > Severity)
                LeadGuideline = guideline.Code;
            Severity = (Severity)Math.Max((int)Severity, (int)guideline.Severity);
            if (guideline.Restricted)
                Restrict();
        }

        Weigh(Reach, ReportWeight);
    }

    /// <summary>What it names, by the rules of today: grades may have changed since.</summary>
    public void Regrade(Rulebook rulebook)
    {
        var named = Guidelines.Select(rulebook.Find).OfType<Guideline>().ToArray();
        Severity = named.Length == 0 ? Severity.Low : named.Max(x => x.Severity);
        LeadGuideline = named.FirstOrDefault(x => x.Severity == Severity)?.Code;
        Weigh(Reach, ReportWeight);
    }

    /// <summary>Orders it anew.</summary>
    /// <param name="reach">Followers of the author.</param>
    /// <param name="reports">As many reports by wholly credible people as those it has are worth.</param>
    public void Weigh(long reach, double reports)
    {
        (Reach, ReportWeight) = (reach, reports);
        Priority = CasePriority.Of(Severity, Reach, ReportWeight, TopScore, Sources, OpenedAt);
    }

    public void MoveTo(Lane lane) => LaneId = lane.Id;

    /// <summary>By when it is to be decided: counted from when it was opened, and never later than was said before.</summary>
    public void IsDue(CaseDueHours hours)
    {
        var due = OpenedAt + TimeSpan.FromHours(hours.For(Severity)) + TimeSpan.FromTicks(PausedTicks);
        DueAt = due < DueAt ? due : DueAt;
    }

    public void Escalate(Lane lane, string question, StaffId by, bool pausesClock, DateTimeOffset now)
    {
        LetGo(now);
        HomeLaneId ??= IsEscalated ? null : LaneId;
        (IsEscalated, Question, EscalatedBy) = (true, question, by);
        (Answer, AnsweredBy, AnsweredAt) = (null, null, null);
        LaneId = lane.Id;
        if (pausesClock && !IsPausedAt(now))
            Pause(now, until: null);
    }

    // From now on it is for specialists: who holds it may not even know it any more.
    public void Restrict()
    {
        if (IsRestricted)
            return;

        (IsRestricted, AssignedTo) = (true, null);
        if (Holder is null)
            return;

        (Holder, AvailableAt, JudgementDueAt) = (null, OpenedAt, null);
        ClaimNumber++;
    }

    /// <summary>Its number grows, so that whoever holds it finds their claim gone.</summary>
    public void Close(CaseStage stage, int? revision, bool breach, DateTimeOffset now)
    {
        (Stage, DecidedRevision, WasBreach, ClosedAt) = (stage, revision, breach, now);
        (Holder, AssignedTo, SnoozedUntil, JudgementDueAt) = (null, null, null, null);
        ClaimNumber++;
    }

    /// <summary>Its holder said what they think: it stays theirs until that takes effect, however late. Answers the number of that hold.</summary>
    public long AwaitJudgement(DateTimeOffset due)
    {
        (JudgementDueAt, AvailableAt) = (due, DateTimeOffset.MaxValue);
        return ++ClaimNumber;
    }

    /// <summary>What was said of it did not take effect: it waits for the next.</summary>
    public void Return(DateTimeOffset now)
    {
        (Holder, AvailableAt, JudgementDueAt) = (null, now, null);
        ClaimNumber++;
    }

    /// <summary>What whoever looks should know; the first question stays.</summary>
    public void Ask(string question) => Question ??= question;

    public void ForgetJudgement() => WasBreach = false;

    /// <summary>Whether something new about this revision needs nobody to look again. An account has none: it goes on living.</summary>
    public bool Settles(int? revision) => revision is not null && Stage is CaseStage.Decided && WasBreach && DecidedRevision == revision;
}
