namespace Moderation.Enforcement;

internal sealed partial class Deciding
{
    /// <summary>What it rested on was mended or is gone: its outcomes held until an instant, and that they did stays so.</summary>
    public void Cure(Decision decision, DateTimeOffset at)
    {
        DecidedOutcome[] ended = [.. decision.Outcomes.Where(x => x.RetractedAt is null && !(x.Until <= at))];
        foreach (var outcome in ended)
            outcome.Cure(at);
        Touch(decision);
        happenings.Raise(new DecisionCured(decision, at));
        outbox.Tell(decision.Subject, "outcome.ended", new { DecisionId = decision.Id.Value, Outcomes = ended.Select(x => x.Id.Value), EndedAt = at });
    }
}
