using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody found that a subject does not break a guideline; no machine may say so again.</summary>
internal sealed class Clearance
{
    private Clearance()
    {
    }

    public DecisionId DecisionId { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>Without clause: what cleared one clause clears the guideline.</summary>
    public string Guideline { get; private init; } = "";

    public int? Revision { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static Clearance From(Decision overturned, DateTimeOffset now) => Of(overturned, overturned.Guideline, now);

    /// <summary>A person who looked found nothing: what the decision before it rested on is cleared.</summary>
    public static Clearance By(Decision found, Decision before, DateTimeOffset now) => Of(found, before.Guideline, now);

    private static Clearance Of(Decision decision, string guideline, DateTimeOffset now) => new()
    {
        DecisionId = decision.Id,
        SubjectKind = decision.SubjectKind,
        SubjectId = decision.SubjectId,
        Guideline = Whole(guideline),
        Revision = decision.Revision,
        At = now,
    };

    public static string Whole(string guideline) => guideline.Split('.')[0];
}

/// <summary>What detection, checks and automation ask before they act.</summary>
internal sealed class Clearances(ModerationDb db)
{
    /// <summary>Whether a guideline was cleared on the subject as it is now, or on a near-identical revision of it.</summary>
    public async Task<bool> Covers(SubjectRef subject, string guideline, CancellationToken ct)
    {
        var whole = Clearance.Whole(guideline);
        var clearances = await db.Set<Clearance>().AsNoTracking()
            .Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id && x.Guideline == whole).ToListAsync(ct);
        if (clearances.Count == 0 || subject.Kind is SubjectKind.Account)
            return clearances.Count > 0;

        var id = new ContentId(subject.Id);
        var wanted = clearances.Select(x => x.Revision).OfType<int>().Distinct().ToList();
        var last = await db.Revisions.Where(x => x.ContentId == id).MaxAsync(x => (int?)x.Number, ct);
        var revisions = await db.Revisions.AsNoTracking()
            .Where(x => x.ContentId == id && (x.Number == last || wanted.Contains(x.Number))).ToListAsync(ct);
        var current = revisions.Find(x => x.Number == last);
        return current is not null && clearances.Exists(cleared =>
            cleared.Revision is null || revisions.Exists(x => x.Number == cleared.Revision && Likeness.IsNear(x, current)));
    }
}

internal sealed class ClearanceMapping : IEntityTypeConfiguration<Clearance>
{
    public void Configure(EntityTypeBuilder<Clearance> builder)
    {
        builder.ToTable("Clearances");
        builder.HasKey(x => x.DecisionId);
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Guideline).HasMaxLength(100);
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.Guideline });
    }
}
