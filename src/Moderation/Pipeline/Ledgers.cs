using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>
/// One row an account. A command that changes a standing bumps it before it reads, so that two of them on one account
/// go one after the other: without it two strikes at once would both derive the same step.
/// </summary>
internal sealed class Ledger
{
    private Ledger()
    {
    }

    public AccountId Account { get; private init; }

    public long Entries { get; private set; }

    public static Ledger Open(AccountId account) => new() { Account = account, Entries = 1 };
}

internal sealed class Ledgers(ModerationDb db)
{
    private readonly HashSet<AccountId> taken = [];

    /// <summary>Sorted by key, so that two commands never wait for each other crosswise.</summary>
    public async Task Take(params IEnumerable<AccountId> accounts)
    {
        foreach (var account in accounts.Distinct().OrderBy(x => x.Value, StringComparer.Ordinal).Where(taken.Add).ToArray())
        {
            var bumped = await db.Set<Ledger>().Where(x => x.Account == account).ExecuteUpdateAsync(x => x
                .SetProperty(ledger => ledger.Entries, ledger => ledger.Entries + 1)
                .SetProperty(ledger => EF.Property<long>(ledger, Conventions.Version), ledger => EF.Property<long>(ledger, Conventions.Version) + 1));
            if (bumped == 0)
            {
                db.Add(Ledger.Open(account));
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }
    }
}

internal sealed class LedgerMapping : IEntityTypeConfiguration<Ledger>
{
    public void Configure(EntityTypeBuilder<Ledger> builder)
    {
        builder.ToTable("Ledgers");
        builder.HasKey(x => x.Account);
    }
}
