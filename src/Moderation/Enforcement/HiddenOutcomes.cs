using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What nobody but a lead decides from the queue in which a case stands.</summary>
internal sealed class HiddenOutcomes(ModerationDb db, Queues queues)
{
    public async Task<IReadOnlyList<OutcomeKind>> Of(Case @case, StaffMember member, CancellationToken ct) =>
        !member.Holds(Role.Lead) && await db.Lanes.FindAsync([@case.LaneId], ct) is { } lane
            ? (await queues.Find(lane.Queue, ct))?.HiddenOutcomes ?? []
            : [];

    /// <summary>Why a judgement of this case cannot be made from where it stands; null where it can.</summary>
    public async Task<Error?> Bar(Case @case, Judgement said, Guideline guideline, StaffMember member, CancellationToken ct)
    {
        var hidden = await Of(@case, member, ct);
        var asked = said.Outcomes?.Select(x => x.Kind) ?? Resolution.DefaultsOf(guideline, said.Finding, said.Subject.Kind).Select(x => x.Kind);
        return asked.Intersect(hidden).Any() ? EnforcementErrors.OutcomeHidden : null;
    }
}
