using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Somebody finished the course that lifts a first warning.</summary>
internal sealed class TrainingDone
{
    private TrainingDone()
    {
    }

    public AccountId AccountId { get; private init; }

    /// <summary>The decision that gave the warning.</summary>
    public DecisionId DecisionId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static TrainingDone For(AccountId account, DecisionId warning, DateTimeOffset at) => new() { AccountId = account, DecisionId = warning, At = at };
}

internal static class TrainingQueries
{
    extension(ModerationDb db)
    {
        public DbSet<TrainingDone> Trainings => db.Set<TrainingDone>();
    }
}

internal sealed class TrainingDoneMapping : IEntityTypeConfiguration<TrainingDone>
{
    public void Configure(EntityTypeBuilder<TrainingDone> builder)
    {
        builder.ToTable("Trainings");
        builder.HasKey(x => new { x.AccountId, x.DecisionId });
    }
}
