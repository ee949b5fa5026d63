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

    public LadderTable LadderInUse => Ladders.First(x => x.Code == Ladder);

    /// <summary>
    /// The guideline of a code. The code of a clause finds its guideline with <see cref="Guideline.Clause"/> set and
    /// the clause's words as its text; all else a clause inherits.
    /// </summary>
    public Guideline? Find(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return Guidelines.FirstOrDefault(x => x.Code == code);

        return Find(code[..dot]) is { } guideline && guideline.Clauses.FirstOrDefault(x => x.Code == code) is { } clause
            ? guideline with { Clause = clause, Text = clause.Text }
            : null;
    }

    /// <summary>What was posted before this instant gets no strike from a decision made at another.</summary>
    public DateTimeOffset LookBackFor(Guideline guideline, DateTimeOffset decidedAt) => guideline.SevereLookBack
        ? decidedAt.ToUniversalTime().AddYears(-Windows.SevereLookBackYears)
        : decidedAt.ToUniversalTime().AddDays(-Windows.OrdinaryLookBackDays);
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
internal sealed record Windows(
    int AppealMonths,
    int AppealAnswerDays,
    int ClaimMinutes,
    int OrdinaryLookBackDays,
    int SevereLookBackYears,
    int GraceSeconds,
    int InterimHours,
    int BulkLimit,
    CaseDueHours CaseDueHours)
{
    // DSA art. 20(1): the complaint channel stays open at least six months.
    public const int LeastAppealMonths = 6;
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
