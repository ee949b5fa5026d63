using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Where a dispute stands, for the host platform and for who filed it.</summary>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record DisputeProgress(DisputeId Dispute) : IQuery<DisputeProgress.Answer>
{
    /// <param name="Publisher">Who is to answer.</param>
    /// <param name="Says">The answer, with its <paramref name="Reason"/>; null until there is one.</param>
    public sealed record Answer(
        DisputeId DisputeId, FactCheckId FactCheckId, DecisionId DecisionId, ContentId ContentId, AccountId DisputantId, DisputeState State, Rating Rating, string Publisher,
        string Statement, IReadOnlyList<string> Links, DateTimeOffset FiledAt, DateTimeOffset DueAt, DisputeAnswer? Says, string? Reason, DateTimeOffset? ClosedAt)
    {
        public DisputeId Id => DisputeId;

        internal static Answer Of(Dispute x, FactCheck check, DateTimeOffset now) => new(
            x.Id, x.FactCheckId, x.DecisionId, x.ContentId, x.DisputantId, x.StateAt(now), x.Rating, check.Review.Publisher,
            x.Statement, x.Links, x.FiledAt, x.DueAt, x.Answer, x.Reason, x.ClosedAt);
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<DisputeProgress, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DisputeProgress query, CancellationToken ct)
        {
            if (await db.Disputes.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Dispute, ct) is not { } dispute
                || call.Actor is Actor.Member(var self) && self != dispute.DisputantId)
                return DisputeErrors.Unknown;

            return Answer.Of(dispute, await db.FactChecks.AsNoTracking().SingleAsync(x => x.Id == dispute.FactCheckId, ct), clock.GetUtcNow());
        }
    }
}
