using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// A job forgets, a chunk a command, what decisions were made on once nobody can contest them, and erases what people asked
/// to be erased. Digest, rule and statement stay; what is held for the law or promised to an authority stays whole.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record ForgetEvidence : ICommand<ForgetEvidence.Answer>
{
    /// <summary>Of each kind in one command.</summary>
    public const int Chunk = 200;

    /// <param name="Forgotten">Decisions whose evidence went.</param>
    /// <param name="Erased">Subjects of which nothing is left to erase.</param>
    /// <param name="IsMore">Whether to come again at once.</param>
    public sealed record Answer(int Forgotten, int Erased, bool IsMore);

    internal sealed class Handler(ModerationDb db, Rulebooks rulebooks, Erasing erasing, TimeProvider clock) : IRequestHandler<ForgetEvidence, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ForgetEvidence command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var months = (await rulebooks.InForce(db, now, ct)).Windows.AppealMonths;
            var forgotten = await Forget(now, now.AddMonths(-months), ct);

            var due = await db.Set<Erasure>().Where(x => x.DoneAt == null && x.NotBefore <= now).OrderBy(x => x.NotBefore).ThenBy(x => x.SubjectId).Take(Chunk).ToListAsync(ct);
            var erased = 0;
            foreach (var erasure in due)
                erased += await erasing.Try(erasure, now, ct) ? 1 : 0;

            return new Answer(forgotten, erased, forgotten == Chunk || due.Count == Chunk);
        }

        private async Task<int> Forget(DateTimeOffset now, DateTimeOffset ruledSince, CancellationToken ct)
        {
            var ids = await Forgettable(now, ruledSince).OrderBy(x => x.KeepUntil).ThenBy(x => x.DecisionId).Select(x => x.DecisionId).Take(Chunk).ToListAsync(ct);
            return ids.Count == 0 ? 0 : await Forgettable(now, ruledSince).Where(x => ids.Contains(x.DecisionId)).ExecuteUpdateAsync(x => x
                .SetProperty(e => e.Json, "")
                .SetProperty(e => e.ErasedAt, now)
                .SetProperty(e => EF.Property<long>(e, Conventions.Version), e => EF.Property<long>(e, Conventions.Version) + 1), ct);
        }

        // An appeal is filed up to and at the last instant. What an appeal changed may still go before a court: it is kept as long again.
        private IQueryable<DecisionEvidence> Forgettable(DateTimeOffset now, DateTimeOffset ruledSince) => db.Evidence.Where(e =>
            e.ErasedAt == null && (e.KeepUntil == null || e.KeepUntil < now)
            && db.Set<Decision>().Any(d => d.Id == e.DecisionId && d.AppealUntil < now && (d.PreserveUntil == null || d.PreserveUntil < now)
                && !db.Set<Appeal>().Any(a => a.DecisionId == d.Id && (a.State == AppealState.Filed || a.State == AppealState.InReview || a.State == AppealState.SecondOpinion
                    || (a.Ruling == Ruling.Overturned || a.Ruling == Ruling.PartlyOverturned) && a.ClosedAt >= ruledSince))
                && !db.Set<EvidenceHold>().Any(h => h.ReleasedAt == null && (h.DecisionId == d.Id || h.DecisionId == null
                    && (h.SubjectKind == d.SubjectKind && h.SubjectId == d.SubjectId || h.SubjectKind == SubjectKind.Account && h.SubjectId == (string)(object)d.AuthorId)))));
    }
}
