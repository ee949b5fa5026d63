using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Guidelines;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Who checks facts, whether we take their word for it, and how their words read.</summary>
internal sealed class Publisher
{
    private Publisher()
    {
    }

    /// <summary>The host of its address, without "www.".</summary>
    public string Host { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Whether its ratings label anything.</summary>
    public bool IsAccredited { get; private set; }

    /// <summary>By whom it is accredited, for example a network of fact-checkers.</summary>
    public string? Accreditation { get; private set; }

    public Dictionary<string, Rating> Words { get; private set; } = [];

    public Dictionary<string, Rating> Numbers { get; private set; } = [];

    public RatingTable Table => Words.Count + Numbers.Count == 0 ? RatingTable.Usual : new(Words, Numbers);

    public static Publisher Of(string host) => new() { Host = host };

    public void Say(SavePublisher said) => (Name, IsAccredited, Accreditation, Words, Numbers) = (
        said.Name, said.IsAccredited, said.Accreditation,
        said.Words.ToDictionary(x => RatingTable.Plain(x.Key), x => x.Value, StringComparer.Ordinal),
        said.Numbers.ToDictionary(x => RatingTable.Written(x.Key), x => x.Value, StringComparer.Ordinal));
}

/// <summary>Whose word counts.</summary>
/// <param name="TakesAnybody">Whether those that are not accredited label too: in Development, so that one can try it.</param>
/// <param name="ClaimsUnder">Codes of guidelines: who reports under one of them, or one of its clauses, holds something to be false.</param>
public sealed record FactCheckSettings(bool TakesAnybody, IReadOnlyList<string>? ClaimsUnder = null)
{
    /// <summary>Harmful misinformation, unless the host says otherwise.</summary>
    internal IReadOnlyList<string> Doubted => ClaimsUnder ?? ["misinformation-harm"];

    internal bool Doubts(string guideline) => Doubted.Any(x => guideline == x || guideline.StartsWith(x + ".", StringComparison.Ordinal));
}

internal sealed class Publishers(ModerationDb db, FactCheckSettings settings)
{
    /// <summary>The one that a review is of: by its own address, else by that of the page.</summary>
    public async Task<Publisher?> Of(ClaimReview review, CancellationToken ct)
    {
        string[] hosts = [.. new[] { review.Site, review.Url }.Select(ClaimReview.HostOf).OfType<string>()];
        var known = await db.Set<Publisher>().AsNoTracking().Where(x => hosts.Contains(x.Host)).ToListAsync(ct);
        return hosts.Select(host => known.Find(x => x.Host == host)).FirstOrDefault(x => x is not null);
    }

    public bool Binds(Publisher? publisher) => settings.TakesAnybody || publisher is { IsAccredited: true };
}

internal sealed class PublisherMapping : IEntityTypeConfiguration<Publisher>
{
    public void Configure(EntityTypeBuilder<Publisher> builder)
    {
        builder.ToTable("Publishers");
        builder.HasKey(x => x.Host);
        builder.Property(x => x.Host).HasMaxLength(SavePublisher.MaxHost);
        builder.Property(x => x.Name).HasMaxLength(ClaimReview.MaxName);
        builder.Property(x => x.Accreditation).HasMaxLength(ClaimReview.MaxName);
        builder.Property(x => x.Words).AsJson();
        builder.Property(x => x.Numbers).AsJson();
        builder.Ignore(x => x.Table);
    }
}
