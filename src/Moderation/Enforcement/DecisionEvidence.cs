using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>How long evidence is kept.</summary>
public enum EvidenceClass
{
    /// <summary>Until nobody can contest the decision any more.</summary>
    UntilRedressEnds,

    /// <summary>A year at least, and as long as it was promised to an authority.</summary>
    Restricted,
}

/// <summary>What a decision was made on, kept apart: it goes when redress has ended, and the digest stays.</summary>
internal sealed class DecisionEvidence
{
    private DecisionEvidence()
    {
    }

    public DecisionId DecisionId { get; private init; }

    public string Json { get; private set; } = "";

    public EvidenceClass Class { get; private init; }

    /// <summary>Not forgotten up to and at this instant; null for what was stored before this was written down: then the end of the appeal window.</summary>
    public DateTimeOffset? KeepUntil { get; private set; }

    /// <summary>When it was forgotten.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public static DecisionEvidence Of(Decision decision, string json, bool isRestricted) => new()
    {
        DecisionId = decision.Id,
        Json = json,
        Class = isRestricted ? EvidenceClass.Restricted : EvidenceClass.UntilRedressEnds,
        KeepUntil = Later(decision.AppealUntil, isRestricted ? decision.MadeAt.AddYears(1) : decision.AppealUntil),
    };

    public void Preserve(DateTimeOffset until) => KeepUntil = KeepUntil is { } kept ? Later(kept, until) : until;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

internal sealed class DecisionEvidenceMapping : IEntityTypeConfiguration<DecisionEvidence>
{
    public void Configure(EntityTypeBuilder<DecisionEvidence> builder)
    {
        builder.ToTable("DecisionEvidence");
        builder.HasKey(x => x.DecisionId);
        builder.HasIndex(x => new { x.ErasedAt, x.KeepUntil });
    }
}
