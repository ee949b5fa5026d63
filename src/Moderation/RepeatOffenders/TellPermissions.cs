using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Tells the host platform when a command changed what an account may do, now or later. What ends by itself was told with its end.</summary>
internal sealed class TellPermissions(ModerationDb db, Happenings happenings, Outbox outbox, TimeProvider clock) : ISettle
{
    public const string Type = "permissions.changed";

    public async Task Settle(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var subject in happenings.Touched.Where(x => x.Kind is SubjectKind.Account).OrderBy(x => x.Id, StringComparer.Ordinal).ToArray())
        {
            var outcomes = await db.Outcomes.AsNoTracking().On(subject).Where(x => x.RetractedAt == null).ToListAsync(ct);
            var limits = Permissions.From(outcomes, now);
            if (Permissions.Merged(limits, now).SequenceEqual(Permissions.Merged(await ToldBefore(subject, ct), now)))
                continue;

            outbox.Tell(subject, Type, new
            {
                AccountId = subject.Id,
                Permissions = Permissions.At(limits, now),
                // When it changes by itself, if nothing else happens.
                Changes = limits.SelectMany(x => new[] { x.From, x.Until }).OfType<DateTimeOffset>().Where(x => x > now).Distinct().Order(),
                Limits = limits,
            });
        }
    }

    private async Task<IReadOnlyList<FeatureLimit>> ToldBefore(SubjectRef subject, CancellationToken ct) =>
        await db.Set<OutboxMessage>().Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id && x.Type == Type)
            .OrderByDescending(x => x.Sequence).Select(x => x.Data).FirstOrDefaultAsync(ct) is { } data
            ? JsonSerializer.Deserialize<Told>(data, PipelineJson.Options)!.Limits
            : [];

    private sealed record Told(IReadOnlyList<FeatureLimit> Limits);
}
