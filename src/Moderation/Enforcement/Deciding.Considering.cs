using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Enforcement;

// All that a judgement may be refused for, before anything is stored.
internal sealed partial class Deciding
{
    /// <param name="Judgement">With its place in the chain.</param>
    /// <param name="Before">The decision that would lose its place to it.</param>
    private sealed record Considered(Judgement Judgement, Guideline Guideline, Rulebook Rulebook, Decision? Before);

    /// <summary>Why this could not be decided now; null when it could.</summary>
    public async Task<Error?> Objection(Judgement judgement, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return !(await Consider(judgement, now, ct)).IsOk(out var considered, out var refusal)
            || !Decision.Make(considered.Judgement, considered.Guideline, considered.Rulebook, "", now).IsOk(out _, out refusal)
            ? refusal
            : null;
    }

    private async Task<Result<Considered>> Consider(Judgement judgement, DateTimeOffset now, CancellationToken ct)
    {
        var rulebook = judgement.RulebookVersion is { } version
            ? await rulebooks.Version(db, version, ct)
            : await rulebooks.InForce(db, now, ct);
        if (RuleOf(judgement, rulebook) is not { } guideline)
            return EnforcementErrors.UnknownGuideline;
        if (await pauses.Bar(judgement, ct) is { } paused)
            return paused;
        if (judgement is { Automation: Automation.Full, Cause: null } && judgement.Finding is not Finding.DoesNotViolate
            && await clearances.Covers(judgement.Subject, judgement.Guideline, ct))
            return EnforcementErrors.Cleared;
        // What follows by itself also follows from what who acts may not know of.
        if (judgement.Cause is null && !await citations.AreKnown(judgement.Cites, ct))
            return EnforcementErrors.UnknownDecision;
        if (judgement.Overrides is not { } earlier)
            return new Considered(judgement, guideline, rulebook, null);

        return (await chains.Open(earlier, judgement, ct)).IsOk(out var chain, out var refusal)
            ? new Considered(judgement with { Chain = (chain.Root, chain.Place) }, guideline, rulebook, chain.Last)
            : refusal;
    }

    // Nobody but a rating, and what follows from ratings or from a rule on accounts, rests on one.
    private static Guideline? RuleOf(Judgement judgement, Rulebook rulebook) =>
        judgement.Order is not null ? Order.Rule
        : judgement is { Cause: null, FactCheck: null } ? rulebook.Find(judgement.Guideline)
        : rulebook.Rule(judgement.Guideline);
}
