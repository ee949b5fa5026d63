using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>What somebody who had shared something was last told of its fact-check: one row, so that nobody is told the same twice.</summary>
internal sealed class SharerTold
{
    private SharerTold()
    {
    }

    public FactCheckId FactCheckId { get; private init; }

    public AccountId AccountId { get; private init; }

    /// <summary>The rating they know of; null once they know that it does not count any more.</summary>
    public Rating? Rating { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static SharerTold Of(FactCheckId check, AccountId account, Rating rating, DateTimeOffset now) =>
        new() { FactCheckId = check, AccountId = account, Rating = rating, At = now };

    public void Tell(Rating? rating, DateTimeOffset now) => (Rating, At) = (rating, now);
}

internal static class SharerToldErasing
{
    extension(ModerationDb db)
    {
        /// <summary>Erases that an account ever shared what was rated.</summary>
        public Task EraseTold(AccountId account, CancellationToken ct) => db.Set<SharerTold>().Where(x => x.AccountId == account).ExecuteDeleteAsync(ct);
    }
}

internal sealed class SharerToldMapping : IEntityTypeConfiguration<SharerTold>
{
    public void Configure(EntityTypeBuilder<SharerTold> builder)
    {
        builder.ToTable("SharersTold");
        builder.HasKey(x => new { x.FactCheckId, x.AccountId });
    }
}
