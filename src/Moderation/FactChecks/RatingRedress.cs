using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A member asks what they can do about a rating: whether it can be disputed, and where their dispute stands.</summary>
[AllowedTo(Role.Member)]
public sealed record RatingRedress(DecisionId Decision) : IQuery<RatingRedress.Answer>
{
    /// <param name="IsRating">Whether a fact-checker's rating brought the decision.</param>
    /// <param name="Until">Until when it can be disputed.</param>
    /// <param name="Url">Of the check.</param>
    /// <param name="Latest">Their last dispute about it.</param>
    public sealed record Answer(
        bool IsRating, bool CanDispute = false, DateTimeOffset? Until = null, int AnswerHours = 0, string? Publisher = null, string? Url = null, DisputeProgress.Answer? Latest = null);

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<RatingRedress, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RatingRedress query, CancellationToken ct)
        {
            var (me, now) = (((Actor.Member)call.Actor).Id, clock.GetUtcNow());
            if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Decision && x.AuthorId == me, ct) is not { } decision || decision.IsQuiet(now))
                return EnforcementErrors.UnknownDecision;
            if (decision.FactCheckId is not { } id)
                return new Answer(IsRating: false);

            var check = await db.FactChecks.AsNoTracking().SingleAsync(x => x.Id == id, ct);
            var windows = (await rulebooks.Version(db, decision.RulebookVersion, ct)).Windows;
            var before = await db.Disputes.AsNoTracking().Of(id, new(decision.SubjectId)).OrderBy(x => x.Number).ToListAsync(ct);
            var latest = before.LastOrDefault(x => x.DecisionId == decision.Id);
            return new Answer(
                IsRating: true, Dispute.MayNotFile(decision, check, before, windows, now) is null, Dispute.FileUntil(decision, windows), windows.DisputeAnswerHours,
                check.Review.Publisher, check.Review.Url, latest is null ? null : DisputeProgress.Answer.Of(latest, check, now));
        }
    }
}
