using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Tells who disputed a rating how that goes, and when they can turn to us.</summary>
internal sealed class TellDisputants(ModerationDb db, TellMembers members, TimeProvider clock)
    : IReactTo<DisputeFiled>, IReactTo<DisputeAnswered>, IReactTo<DisputeMooted>, IReactTo<DisputeOverdue>
{
    public Task React(DisputeFiled happened, CancellationToken ct) => Tell(happened.Dispute, "received", opensAppeal: false, ct);

    public Task React(DisputeAnswered happened, CancellationToken ct) => happened.Dispute.Answer switch
    {
        DisputeAnswer.Corrected => Tell(happened.Dispute, "corrected", opensAppeal: false, ct),
        DisputeAnswer.CheckWithdrawn => Tell(happened.Dispute, "checkWithdrawn", opensAppeal: false, ct),
        _ => Tell(happened.Dispute, "upheld", opensAppeal: true, ct),
    };

    public Task React(DisputeMooted happened, CancellationToken ct) => Tell(happened.Dispute, "moot", opensAppeal: false, ct);

    public Task React(DisputeOverdue happened, CancellationToken ct) => Tell(happened.Dispute, "overdue", opensAppeal: true, ct);

    private async Task Tell(Dispute dispute, string text, bool opensAppeal, CancellationToken ct)
    {
        var check = (await db.FactChecks.FindAsync([dispute.FactCheckId], ct))!;
        var decision = await db.Decisions.SingleAsync(x => x.Id == dispute.DecisionId, ct);
        var kind = (await db.Content.FindAsync([dispute.ContentId], ct))?.Kind ?? ContentKind.Post;
        members.Add(dispute.DisputantId, culture =>
        {
            (string, object?)[] facts =
            [
                ("publisher", check.Review.Publisher), ("reason", dispute.Reason), ("date", NoticeTexts.Date(dispute.DueAt, culture)),
                ("until", NoticeTexts.Date(decision.AppealUntil, culture)),
                ("kind", NoticeTexts.Fill($"kind.{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}", culture)),
            ];
            // Answered so late that no appeal is left: then nothing is promised.
            var canAppeal = opensAppeal && decision.State is DecisionState.InForce && clock.GetUtcNow() <= decision.AppealUntil;
            var body = NoticeTexts.Fill($"dispute.{text}", culture, facts);
            return Task.FromResult(new NoticeDraft(
                NoticeKind.Dispute, NoticeTexts.Fill($"title.dispute.{text}", culture, facts),
                canAppeal ? $"{body} {NoticeTexts.Fill("dispute.appeal", culture, facts)}" : body, [dispute.DecisionId], null));
        });
    }
}
