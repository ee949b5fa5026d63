using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>
/// Judges the facts of every revision anew: what holds and was not decided yet is decided, what holds still stays as it is, and what the
/// author mended ends at once. What people decided binds and is left alone.
/// </summary>
internal sealed class JudgeFacts(
    ModerationDb db, Rulebooks rulebooks, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock)
    : IReactTo<ContentArrived>, IReactTo<ContentRevised>, IReactTo<FactsRecorded>, IReactTo<DecisionRestored>
{
    /// <summary>Under which name rules on facts decide.</summary>
    public const string Detector = "content-facts";

    private IReadOnlyList<IEvent> done = [];

    public Task React(ContentArrived happened, CancellationToken ct) => JudgeAll(ct);

    public Task React(ContentRevised happened, CancellationToken ct) => JudgeAll(ct);

    public Task React(FactsRecorded happened, CancellationToken ct) => JudgeAll(ct);

    public Task React(DecisionRestored happened, CancellationToken ct) => JudgeAll(ct);

    // All of the news at once, so that the ledgers are taken in their order.
    private async Task JudgeAll(CancellationToken ct)
    {
        if (ReferenceEquals(done, happenings.Wave))
            return;

        done = happenings.Wave;
        var seen = new List<Seen>();
        var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
        foreach (var (content, isNew) in done.Select(About).OfType<(ContentId, bool)>().GroupBy(x => x.Item1, x => x.Item2).Select(x => (x.Key, x.All(y => y))))
            if (await Look(content, isNew, rulebook, ct) is { } found)
                seen.Add(found);

        await ledgers.Take(seen.Select(x => x.Item.AuthorId));
        foreach (var one in seen)
            await Settle(one, rulebook, ct);
    }

    private sealed record Seen(ContentItem Item, IReadOnlyList<RuleJudged> Judged);

    private static (ContentId, bool)? About(IEvent happened) => happened switch
    {
        ContentArrived x => (x.Content, true),
        ContentRevised x => (x.Content, false),
        FactsRecorded x => (x.Content, false),
        DecisionRestored { Decision: { Detector: Detector } x } => (new(x.SubjectId), false),
        _ => null,
    };

    private async Task<Seen?> Look(ContentId content, bool isNew, Rulebook rulebook, CancellationToken ct)
    {
        if (await db.Content.FindAsync([content], ct) is not { DeletedAt: null } item
            || await db.Revisions.FindAsync([content, item.Revision], ct) is not { } revision)
            return null;

        var recorded = isNew ? [] : await db.Set<RecordedFact>().AsNoTracking().Where(x => x.ContentId == content && x.Revision == item.Revision).ToListAsync(ct);
        var judged = FactJudging.Judge(rulebook, item, revision, KnownFacts.Of(item, revision, recorded), clock.GetUtcNow());
        return isNew && judged.All(x => x.Holds is not true) ? null : new(item, judged);
    }

    private async Task Settle(Seen seen, Rulebook rulebook, CancellationToken ct)
    {
        var (item, judged) = seen;
        var now = clock.GetUtcNow();
        var decisions = (await db.Decisions.About(SubjectRef.Of(item.Id)).ToListAsync(ct))
            .Where(x => x.State is DecisionState.InForce && x.Outcomes.Any(y => y.IsInForce(now))).ToArray();
        foreach (var decision in decisions.Where(x => x.Detector == Detector && !judged.Any(y => y.Holds is true && y.Rule.Code == x.Rule)))
            if (decision.Revision == item.Revision)
                deciding.Supersede(decision); // The measure was wrong: it never held.
            else
                deciding.Cure(decision, now);

        foreach (var rule in judged.Where(x => x.Holds is true && !decisions.Any(y => Covers(y, x.Rule))))
            await Decide(item, rule, rulebook, ct);
    }

    // What a person already withholds there under the same guideline needs no machine besides.
    private static bool Covers(Decision decision, SurfaceRule rule) => decision.Detector == Detector
        ? decision.Rule == rule.Code
        : Clearance.Whole(decision.Guideline) == Clearance.Whole(rule.Guideline)
            && decision.Outcomes.Any(x => x is { Kind: Ranking.OutcomeKind.NotRecommended, RetractedAt: null } && x.Surfaces.Contains(rule.Surface));

    private async Task Decide(ContentItem item, RuleJudged judged, Rulebook rulebook, CancellationToken ct)
    {
        var rule = judged.Rule;
        var made = await deciding.Make(new()
        {
            Subject = SubjectRef.Of(item.Id),
            Author = item.AuthorId,
            Revision = item.Revision,
            PostedAt = item.CreatedAt,
            Guideline = rule.Guideline,
            Finding = Finding.NotRecommendable,
            Rationale = FactJudging.Because(judged),
            Automation = Automation.Full,
            Detector = Detector,
            DetectorVersion = $"rulebook {rulebook.Version}",
            Rule = rule.Code,
            LeavesCases = true,
            Outcomes = FactJudging.OutcomesOf(rule, rulebook.Find(rule.Guideline)!),
        }, ct);
        // What a person cleared, and what is paused, is not decided by a machine.
        if (!made.IsOk(out _, out var refusal) && refusal != EnforcementErrors.Cleared && refusal.Code != EnforcementErrors.PausedCode)
            throw new InvalidOperationException($"The rule {rule.Code} cannot be applied: {refusal.Code}.");
    }
}
