using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A decision rests on another.</summary>
internal sealed class Citation
{
    /// <summary>How many a decision may name.</summary>
    public const int Most = 20;

    private Citation()
    {
    }

    public DecisionId DecisionId { get; private init; }

    public DecisionId CitedId { get; private init; }

    public static Citation Of(DecisionId decision, DecisionId cited) => new() { DecisionId = decision, CitedId = cited };
}

internal sealed class Citations(ModerationDb db, Restrictions restrictions, CaseGathering cases)
{
    /// <summary>Whether all of these are there for who cites them.</summary>
    public async Task<bool> AreKnown(IReadOnlyCollection<DecisionId> cited, CancellationToken ct)
    {
        if (cited.Count == 0)
            return true;

        // What this very command decided is known, though it is not stored yet.
        var ids = cited.Distinct().Where(x => db.Set<Decision>().Local.FindEntry(x)?.State is not EntityState.Added).ToArray();
        return await db.Set<Decision>().CountAsync(x => ids.Contains(x.Id), ct) == ids.Length
            && (await restrictions.HiddenOf(ids, ct)).Count == 0;
    }

    /// <summary>What people decided on the strength of an overturned decision is looked at again.</summary>
    public async Task Reopen(Decision overturned, CancellationToken ct)
    {
        var citing = await db.Set<Decision>().AsNoTracking()
            .Where(x => x.Automation != Automation.Full && x.CauseId == null && x.OverturnedAt == null && x.OverriddenAt == null
                && db.Set<Citation>().Any(y => y.DecisionId == x.Id && y.CitedId == overturned.Id)).ToListAsync(ct);
        foreach (var decision in citing)
        {
            // What was found before no longer settles it.
            foreach (var before in await db.Cases.About(decision.Subject).Where(x => x.WasBreach).ToListAsync(ct))
                before.ForgetJudgement();
            var @case = await cases.Gather(decision.Subject, new(CaseSource.Overturn, decision.Guideline), ct);
            @case?.Ask($"{decision.Id.Code} rests on {overturned.Id.Code}, which was overturned. Does it still hold?");
        }
    }
}

internal sealed class CitationMapping : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.ToTable("Citations");
        builder.HasKey(x => new { x.DecisionId, x.CitedId });
        builder.HasIndex(x => x.CitedId);
    }
}
