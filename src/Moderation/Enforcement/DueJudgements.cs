using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A job asks which judgements take effect now, those first that are due the longest.</summary>
/// <param name="Stuck">Those that failed just now: they do not keep the others waiting.</param>
[AllowedTo(Role.Product)]
public sealed record DueJudgements(IReadOnlyList<CaseId>? Stuck = null) : IQuery<DueJudgements.Answer>
{
    /// <summary>As many as are named at once; there may be more.</summary>
    public const int MostAtOnce = 100;

    public sealed record Answer(IReadOnlyList<CaseId> Cases);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<DueJudgements, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DueJudgements query, CancellationToken ct)
        {
            var (now, stuck) = (clock.GetUtcNow(), query.Stuck ?? []);
            return new Answer(await db.PendingJudgements.Where(x => x.DueAt <= now && !stuck.Contains(x.CaseId))
                .OrderBy(x => x.DueAt).ThenBy(x => x.CaseId).Select(x => x.CaseId).Take(MostAtOnce).ToListAsync(ct));
        }
    }
}
