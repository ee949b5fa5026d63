using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A child-safety specialist asks what is, or was, quarantined, the newest first: ids and hashes, nothing of what it says.</summary>
/// <param name="Skip">How many are known.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.ChildSafety)]
public sealed record QuarantinedItems(int Skip = 0, int Take = 50) : IQuery<QuarantinedItems.Answer>
{
    /// <param name="Count">Of all there are.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count);

    /// <param name="Digest">Of the revision that was judged.</param>
    /// <param name="Hashes">Perceptual hashes of its media, where the host sent them.</param>
    public sealed record Row(
        DecisionId Decision, ContentId Content, AccountId Author, int? Revision, string Digest, IReadOnlyList<string> Hashes, DateTimeOffset MadeAt,
        DecisionState State, string? AuthorityReport, DateTimeOffset? PreserveUntil, bool IsHeld, DateTimeOffset? EvidenceForgottenAt);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<QuarantinedItems, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(QuarantinedItems query, CancellationToken ct)
        {
            var all = db.Set<Decision>().AsNoTracking().Where(x => db.Set<DecidedOutcome>().Any(y => y.DecisionId == x.Id && y.Kind == OutcomeKind.Quarantined));
            var rows = new List<Row>();
            foreach (var x in await all.OrderByDescending(x => x.MadeAt).ThenBy(x => x.Id)
                .Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, 200)).ToListAsync(ct))
            {
                var id = new ContentId(x.SubjectId);
                var revision = await db.Revisions.AsNoTracking().Where(y => y.ContentId == id && y.Number == x.Revision)
                    .Select(y => new { y.Digest, y.Media }).FirstOrDefaultAsync(ct);
                rows.Add(new(
                    x.Id, id, x.AuthorId, x.Revision, revision?.Digest ?? "", [.. (revision?.Media ?? []).Select(y => y.PdqHash).OfType<string>()], x.MadeAt,
                    x.State, x.AuthorityReport, x.PreserveUntil, await db.IsHeld(x, ct),
                    await db.Evidence.Where(y => y.DecisionId == x.Id).Select(y => y.ErasedAt).FirstOrDefaultAsync(ct)));
            }

            return new Answer(rows, await all.CountAsync(ct));
        }
    }
}
