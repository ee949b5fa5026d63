namespace Moderation.Guidelines;

/// <summary>One version of all the rules: what decisions are judged by and pinned to.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CombinedWeightFloor">Below this share weights of several grounds do not push a value, 0 to 1.</param>
/// <param name="Windows">How long things may take and how far back they look.</param>
/// <param name="Ladder">The code of the ladder in use.</param>
/// <param name="OneStrike">What one strike under a guideline that asks for no more brings the account.</param>
/// <param name="Ladders">All ladders to choose from.</param>
/// <param name="Guidelines">All guidelines, of both sets.</param>
internal sealed record Rulebook(
    int Version,
    string Name,
    double CombinedWeightFloor,
    Windows Windows,
    string Ladder,
    IReadOnlyList<OutcomeTemplate> OneStrike,
    IReadOnlyList<LadderTable> Ladders,
    IReadOnlyList<Guideline> Guidelines)
{
    /// <summary>The number of one that was never stored.</summary>
    public const int Draft = 0;

    /// <summary>The ladder of posts whose rating counts to repeat.</summary>
    public required LadderTable MisinformationLadder { get; init; }

    /// <summary>What each rating does, where and when.</summary>
    public required IReadOnlyList<RatingEffect> RatingEffects { get; init; }

    /// <summary>Facts of content that keep it from being recommended on a surface.</summary>
    public required IReadOnlyList<SurfaceRule> SurfaceRules { get; init; }

    /// <summary>When an account is not recommended.</summary>
    public required IReadOnlyList<AccountRule> AccountRules { get; init; }

    /// <summary>The headings under which the guidelines stand.</summary>
    public required IReadOnlyList<Group> Groups { get; init; }

    public LadderTable LadderInUse => Ladders.First(x => x.Code == Ladder);

    /// <summary>
    /// The guideline of a code, also where its list no longer holds it. The code of a clause finds its guideline with
    /// <see cref="Guideline.Clause"/> set and the clause's words as its text; all else a clause inherits. Of several
    /// wordings of a clause it finds the latest.
    /// </summary>
    public Guideline? Find(string code) => Find(code, _ => true);

    /// <summary>The same with the wording that was listed at an instant, or the latest where none was.</summary>
    public Guideline? Find(string code, DateTimeOffset at) => Find(code, x => x.IsListed(at)) ?? Find(code);

    /// <summary>What was posted before this instant gets no strike from a decision made at another.</summary>
    public DateTimeOffset LookBackFor(Guideline guideline, DateTimeOffset decidedAt) => guideline.SevereLookBack
        ? decidedAt.ToUniversalTime().AddYears(-Windows.SevereLookBackYears)
        : decidedAt.ToUniversalTime().AddDays(-Windows.OrdinaryLookBackDays);

    private Guideline? Find(string code, Func<Clause, bool> counts)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return Guidelines.FirstOrDefault(x => x.Code == code);

        return Find(code[..dot]) is { } guideline
            && guideline.Clauses.Where(x => x.Code == code && counts(x)).MaxBy(x => x.Listing.From ?? DateOnly.MinValue) is { } clause
            ? guideline with { Clause = clause, Text = clause.Text }
            : null;
    }
}

/// <summary>How long things may take and how far back they look.</summary>
/// <param name="AppealMonths">Calendar months in which a decision may be appealed.</param>
/// <param name="AppealAnswerDays">Days in which an appeal is to be answered.</param>
/// <param name="ClaimMinutes">Minutes for which a claim holds unless renewed.</param>
/// <param name="OrdinaryLookBackDays">Days after which a post gets no strike any more.</param>
/// <param name="SevereLookBackYears">The same under guidelines that look back further, in calendar years.</param>
/// <param name="GraceSeconds">Seconds in which a person may undo what they decided, before it takes effect; 0 for none.</param>
/// <param name="InterimHours">Hours after which what nobody confirmed ends, 1 to 24.</param>
/// <param name="BulkLimit">More subjects than this at once need a second person.</param>
/// <param name="CaseDueHours">Hours in which a case is to be decided.</param>
/// <param name="DisputeDays">Days in which an author may dispute a fact-checker's rating.</param>
/// <param name="DisputeAnswerHours">Hours in which the fact-checker is to answer; after that the dispute is overdue.</param>
internal sealed record Windows(
    int AppealMonths,
    int AppealAnswerDays,
    int ClaimMinutes,
    int OrdinaryLookBackDays,
    int SevereLookBackYears,
    int GraceSeconds,
    int InterimHours,
    int BulkLimit,
    CaseDueHours CaseDueHours,
    int DisputeDays = 30,
    int DisputeAnswerHours = 24)
{
    // DSA art. 20(1): the complaint channel stays open at least six months.
    public const int LeastAppealMonths = 6;

    public const int MostAppealMonths = 1200;

    public const int MostGraceSeconds = 3600;

    public const int MostInterimHours = 24;

    // A refused or overdue dispute opens the appeal: three of its six months at least are left for that.
    public const int MostDisputeDays = 60;

    public const int MostDisputeAnswerHours = 720;
}

/// <summary>Hours in which a case is to be decided, by the severity of what it is about.</summary>
internal sealed record CaseDueHours(int Severe, int High, int Medium, int Low)
{
    public int For(Severity severity) => severity switch
    {
        Severity.Severe => Severe,
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}
