using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>What a member was told, in order.</summary>
/// <param name="After">The sequence of the last one known; 0 for all.</param>
/// <param name="Take">1 to 200.</param>
/// <param name="Before">Instead of in order the newest first, of those before this sequence; <see cref="long.MaxValue"/> for all.</param>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record NoticesOf(AccountId Account, long After = 0, int Take = 100, long? Before = null) : IQuery<NoticesOf.Answer>
{
    /// <param name="Next">The sequence to go on from; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Notices, long? Next);

    public sealed record Row(
        NoticeId Id, long Sequence, NoticeKind Kind, string Title, string Body, DateTimeOffset At, DateTimeOffset? ReadAt,
        IReadOnlyList<DecisionId> Decisions, AppealId? AppealId);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<NoticesOf, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(NoticesOf query, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != query.Account)
                return PipelineErrors.NotAllowed;

            var take = Math.Clamp(query.Take, 1, 200);
            var told = db.Notices.AsNoTracking().Where(x => x.AccountId == query.Account && x.Sequence > query.After);
            var rows = await (query.Before is { } before ? told.Where(x => x.Sequence < before).OrderByDescending(x => x.Sequence) : told.OrderBy(x => x.Sequence))
                .Take(take).ToListAsync(ct);
            return new Answer(
                [.. rows.Select(x => new Row(
                    x.Id, x.Sequence, x.Kind, x.Title, x.Body, x.At, x.ReadAt, [.. x.Decisions.Select(id => new DecisionId(id))], x.AppealId))],
                rows.Count == take ? rows[^1].Sequence : null);
        }
    }
}
