using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>What each rule of a surface makes of an item as it is now, and what is not known of it.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer, Role.PolicyManager, Scopes = [Scope.Platform])]
public sealed record FactsOf(ContentId Content) : IQuery<FactsOf.Answer>
{
    /// <param name="Revision">The current one, from 1.</param>
    public sealed record Answer(ContentId Id, int Revision, IReadOnlyList<Row> Rules);

    /// <param name="Verdict">Unknown where nobody sent the fact and nothing measured it; it then keeps nothing from anybody.</param>
    /// <param name="Measure">What settled it; null where unknown.</param>
    /// <param name="Source">Who or what measured; null where unknown.</param>
    public sealed record Row(string Rule, Surface Surface, string Guideline, ContentFact Fact, FactVerdict Verdict, double? Measure, string? Medium, string? Source);

    internal sealed class Handler(ModerationDb db, Rulebooks rulebooks, Seals seals, TimeProvider clock) : IRequestHandler<FactsOf, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FactsOf query, CancellationToken ct)
        {
            if (await db.Content.FindAsync([query.Content], ct) is not { } item || await seals.Close(SubjectRef.Of(query.Content), ct)
                || await db.Revisions.FindAsync([query.Content, item.Revision], ct) is not { } revision)
                return ContentErrors.Unknown;

            var now = clock.GetUtcNow();
            var recorded = await db.Set<RecordedFact>().AsNoTracking().Where(x => x.ContentId == item.Id && x.Revision == item.Revision).ToListAsync(ct);
            var judged = FactJudging.Judge(await rulebooks.InForce(db, now, ct), item, revision, KnownFacts.Of(item, revision, recorded), now);
            return new Answer(item.Id, item.Revision, [.. judged.Select(x => new Row(
                x.Rule.Code, x.Rule.Surface, x.Rule.Guideline, x.Rule.Fact,
                x.Holds switch { true => FactVerdict.NotRecommended, false => FactVerdict.Fine, null => FactVerdict.Unknown },
                x.By?.Measure, x.By?.Medium is { Length: > 0 } medium ? medium : null, x.By?.Source))]);
        }
    }
}

/// <summary>What a rule makes of a fact.</summary>
public enum FactVerdict
{
    Fine,
    NotRecommended,
    Unknown,
}
