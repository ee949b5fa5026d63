using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>A decision as far as another rulebook needs to know it.</summary>
/// <param name="Outcomes">All of them, also those that count no more.</param>
internal sealed record Judged(
    DecisionId Id, RunId? Batch, SubjectRef Subject, AccountId Author, string Guideline, Finding Finding, bool FollowsRule, bool IsInForce,
    DateTimeOffset? PostedAt, DateTimeOffset MadeAt, IReadOnlyList<DecidedOutcome> Outcomes)
{
    /// <summary>The post that was rated; null for what is no rating.</summary>
    public RatedPost? Rated { get; init; }

    public static Judged Of(Decision x) => new(
        x.Id, x.BatchId, x.Subject, x.AuthorId, x.Guideline, x.Finding, x.FollowsRule, x.State is DecisionState.InForce, x.PostedAt, x.MadeAt,
        [.. x.Shown.OrderBy(y => y.From).ThenBy(y => y.Id.Value)])
    {
        Rated = x.Rated,
    };
}

/// <summary>What another rulebook makes of a decision: the outcomes that end, and those that take their place.</summary>
/// <param name="Kept">In force before and after.</param>
internal sealed record Rejudged(
    Judged Decision, IReadOnlyList<DecidedOutcome> Kept, IReadOnlyList<DecidedOutcome> Ended, IReadOnlyList<DecidedOutcome> Added)
{
    public bool Differs => Ended.Count + Added.Count > 0;

    /// <summary>
    /// A decision whose outcomes are those of its rule gets those that the rule asks for now, with the ends they would have had.
    /// What a person chose otherwise, or took back in part, stays as it is.
    /// </summary>
    public static Rejudged Under(Rulebook rulebook, Judged decision, DateTimeOffset at, DateTimeOffset? now = null)
    {
        DecidedOutcome[] held = [.. decision.Outcomes.Where(x => x.RetractedAt is null && x.EndedAt is null && !(x.Until <= at))];
        if (!decision.IsInForce || !decision.FollowsRule || decision.Outcomes.Any(x => x.RetractedAt is not null))
            return Same(decision, held);

        if (rulebook.Rule(decision.Guideline) is not { } guideline)
            return new(decision, [], held, []);

        var judgement = new Judgement
        {
            Subject = decision.Subject,
            Author = decision.Author,
            PostedAt = decision.PostedAt,
            Guideline = decision.Guideline,
            Finding = decision.Finding,
            Rationale = "",
            Rated = decision.Rated,
        };
        // A rule that went over to the other set says nothing of what was found under this one.
        if (!Resolution.For(decision.Id, judgement, guideline, rulebook, decision.MadeAt).IsOk(out var asked, out _))
            return Same(decision, held);

        var wanted = asked.Where(x => !(x.Until <= at)).ToList();
        var kept = new List<DecidedOutcome>();
        var ended = new List<DecidedOutcome>();
        foreach (var outcome in held)
        {
            if (wanted.FindIndex(x => x.DoesAs(outcome)) is var found and >= 0)
            {
                wanted.RemoveAt(found);
                kept.Add(outcome);
            }
            else
            {
                ended.Add(outcome);
            }
        }

        return new(decision, kept, ended, [.. wanted.Select(x => x.TakingOver(rulebook.Version, at, now ?? at))]);
    }

    private static Rejudged Same(Judged decision, IReadOnlyList<DecidedOutcome> held) => new(decision, held, [], []);
}
