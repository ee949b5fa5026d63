using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

internal static class EnforcementQueries
{
    extension(ModerationDb db)
    {
        public IQueryable<Decision> Decisions => db.Set<Decision>().Include(x => x.Outcomes);

        public DbSet<DecidedOutcome> Outcomes => db.Set<DecidedOutcome>();

        public DbSet<DecisionEvidence> Evidence => db.Set<DecisionEvidence>();
    }

    extension(IQueryable<DecidedOutcome> outcomes)
    {
        public IQueryable<DecidedOutcome> On(SubjectRef subject) =>
            outcomes.Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id);
    }

    extension(IQueryable<Decision> decisions)
    {
        public IQueryable<Decision> About(SubjectRef subject) =>
            decisions.Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id);

        /// <summary>Those that an authority ordered to keep quiet, and of which nobody was told yet.</summary>
        public IQueryable<Decision> Untold => decisions.Where(x => x.NoticeDelay == NoticeDelay.ConfidentialOrder && x.ToldAt == null);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Code).HasMaxLength(6);
        builder.Property(x => x.Guideline).HasMaxLength(100);
        builder.Property(x => x.EvidenceDigest).HasMaxLength(64);
        builder.Property(x => x.Rationale).HasMaxLength(Decision.MaxRationaleLength);
        builder.Property(x => x.DeviationReason).HasMaxLength(Decision.MaxRationaleLength);
        builder.Property(x => x.Detector).HasMaxLength(200);
        builder.Property(x => x.DetectorVersion).HasMaxLength(100);
        builder.Property(x => x.Rule).HasMaxLength(200);
        builder.Property(x => x.LegalGround).HasMaxLength(500);
        builder.Property(x => x.Ladder).HasMaxLength(60);
        builder.Property(x => x.AuthorityReport).HasMaxLength(Decision.MaxReportNumber);
        builder.Property(x => x.OverturnReason).HasMaxLength(Decision.MaxRationaleLength);
        builder.Ignore(x => x.Subject).Ignore(x => x.IsDerived).Ignore(x => x.FollowsAccountRule).Ignore(x => x.State).Ignore(x => x.Shown).Ignore(x => x.IsTold).Ignore(x => x.Rated);
        builder.HasMany(x => x.Outcomes).WithOne().HasForeignKey(x => x.DecisionId);
        builder.Navigation(x => x.Outcomes).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.MadeAt });
        builder.HasIndex(x => new { x.AuthorId, x.MadeAt, x.Id });
        builder.HasIndex(x => x.CaseId);
        builder.HasIndex(x => new { x.MadeAt, x.Id });
        // Search: a rule's decisions, and one's own, are few among millions.
        builder.HasIndex(x => new { x.Guideline, x.MadeAt, x.Id });
        builder.HasIndex(x => new { x.DecidedBy, x.MadeAt, x.Id });
        builder.HasIndex(x => x.Code);
        builder.HasIndex(x => x.ChainId);
        builder.HasIndex(x => x.OrderId);
        builder.HasIndex(x => x.FactCheckId);
        builder.HasIndex(x => new { x.NoticeDelay, x.ToldAt, x.NoticeAt });
    }
}

internal sealed class DecidedOutcomeMapping : IEntityTypeConfiguration<DecidedOutcome>
{
    public void Configure(EntityTypeBuilder<DecidedOutcome> builder)
    {
        builder.ToTable("Outcomes");
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Ground).HasMaxLength(100);
        builder.Property(x => x.Territories).AsJson();
        builder.Property(x => x.ExceptTerritories).AsJson();
        builder.Property(x => x.Features).AsJson();
        builder.Property(x => x.LiftReason).HasMaxLength(Decision.MaxRationaleLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId });
        builder.HasIndex(x => new { x.Kind, x.Until });
    }
}
