using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

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
