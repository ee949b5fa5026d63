using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>How far a post is that people or machines hold to be false.</summary>
internal enum DoubtState
{
    /// <summary>It waits for a fact-checker.</summary>
    Open,

    /// <summary>A check is about it, or about what it is a copy of.</summary>
    Answered,

    /// <summary>A fact-checker saw that there is nothing to check.</summary>
    Aside,
}

/// <summary>A post that people or machines hold to be false: what a fact-checker may look at next.</summary>
internal sealed class DoubtedItem
{
    /// <summary>What was set aside comes back when its expected harm has grown by so much: four times what it was.</summary>
    public static readonly double ComesBack = Math.Log(4);

    private DoubtedItem()
    {
    }

    public ContentId ContentId { get; private init; }

    public AccountId AuthorId { get; private init; }

    public DoubtState State { get; private set; }

    /// <summary>Natural logarithm of the expected harm, reach × doubt; 0 and up.</summary>
    public double Harm { get; private set; }

    /// <summary>Followers of the author when it was last weighed.</summary>
    public long Reach { get; private set; }

    /// <summary>How many people reported it, as far as they are counted.</summary>
    public int Reports { get; private set; }

    /// <summary>As many reports by wholly credible people as these are worth.</summary>
    public double ReportWeight { get; private set; }

    /// <summary>The highest of its signals, 0 to 1.</summary>
    public double Score { get; private set; }

    /// <summary>Since when it is there to be seen.</summary>
    public DateTimeOffset Since { get; private init; }

    public StaffId? AsideBy { get; private set; }

    public string? AsideReason { get; private set; }

    public int? AsideRevision { get; private set; }

    public double AsideHarm { get; private set; }

    /// <summary>How likely it is what they say, 0 to 1.</summary>
    public double Doubt => CasePriority.Probability(ReportWeight, Score);

    public static DoubtedItem Of(ContentItem item) => new() { ContentId = item.Id, AuthorId = item.AuthorId, Since = item.CreatedAt };

    public void Weigh(long reach, int reports, double weight, double score) =>
        (Reach, Reports, ReportWeight, Score, Harm) = (reach, reports, weight, score, HarmOf(reach, weight, score));

    /// <summary>Where it stands by what is known now.</summary>
    public void Follow(bool isChecked, int revision)
    {
        var comesBack = revision != AsideRevision || Harm >= AsideHarm + ComesBack;
        State = isChecked ? DoubtState.Answered : AsideBy is not null && !comesBack ? DoubtState.Aside : DoubtState.Open;
    }

    public void SetAside(StaffId by, string reason, int revision) =>
        (State, AsideBy, AsideReason, AsideRevision, AsideHarm) = (DoubtState.Aside, by, reason, revision, Harm);

    /// <summary>As cases are weighed, with nothing but reach and doubt: how grave it is, its rating will say.</summary>
    public static double HarmOf(long reach, double reports, double score) => CasePriority.Harm(Severity.Low, reach, reports, score, CaseSources.None);
}

internal static class DoubtQueries
{
    extension(ModerationDb db)
    {
        public DbSet<DoubtedItem> DoubtedItems => db.Set<DoubtedItem>();
    }
}

internal sealed class DoubtedItemMapping : IEntityTypeConfiguration<DoubtedItem>
{
    public void Configure(EntityTypeBuilder<DoubtedItem> builder)
    {
        builder.ToTable("DoubtedItems");
        builder.HasKey(x => x.ContentId);
        builder.Property(x => x.AsideReason).HasMaxLength(SetClaimAside.MaxReason);
        builder.Ignore(x => x.Doubt);
        builder.HasIndex(x => new { x.State, x.Harm, x.ContentId }).IsDescending(false, true, false);
        builder.HasIndex(x => x.AuthorId);
    }
}
