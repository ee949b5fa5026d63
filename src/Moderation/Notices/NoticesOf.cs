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

/// <summary>A member has read their notices up to one.</summary>
[AllowedTo(Role.Member)]
public sealed record ReadNotices(AccountId Account, long UpTo) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<ReadNotices, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ReadNotices command, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != command.Account)
                return PipelineErrors.NotAllowed;

            foreach (var notice in await db.Notices.Where(x => x.AccountId == command.Account && x.Sequence <= command.UpTo && x.ReadAt == null).ToListAsync(ct))
                notice.Read(clock.GetUtcNow());

            return default(Done);
        }
    }
}

/// <summary>The host platform follows what it is told, in order; the feed never forgets.</summary>
/// <param name="After">The position of the last one known; 0 for all.</param>
/// <param name="Take">1 to 1,000.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record EventFeed(long After = 0, int Take = 200) : IQuery<EventFeed.Answer>
{
    public sealed record Answer(IReadOnlyList<Row> Events, long? Next);

    /// <param name="Sequence">1, 2, 3 ... within its subject.</param>
    public sealed record Row(
        Guid Id, long Position, string Type, SubjectRef Subject, long Sequence, DateTimeOffset Timestamp, System.Text.Json.JsonElement Data);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<EventFeed, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(EventFeed query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var take = Math.Clamp(query.Take, 1, 1000);
            var rows = await db.Set<OutboxMessage>().AsNoTracking().Where(x => x.Position > query.After)
                .OrderBy(x => x.Position).Take(take).ToListAsync(ct);
            // What must still wait holds back all behind it: whoever follows the feed would never come back for it.
            var ready = rows.TakeWhile(x => x.NotBefore <= now).ToArray();
            return new Answer(
                [.. ready.Select(x => new Row(
                    x.Id.Value, x.Position, x.Type, new(x.SubjectKind, x.SubjectId), x.Sequence, x.At,
                    System.Text.Json.JsonDocument.Parse(x.Data).RootElement))],
                ready.Length > 0 ? ready[^1].Position : null);
        }
    }
}
