using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>
/// A part of what waits, with its own people, outcomes and clock. Which cases come to it, its rules say; what no rule of any
/// queue matches is in <see cref="Lane.Unrouted"/>, which like <see cref="Lane.Escalated"/> and <see cref="Lane.Restricted"/>
/// is always there and is no row.
/// </summary>
internal sealed class Queue
{
    public const int MaxCodeLength = 60;
    public const int MaxTitleLength = 100;

    private Queue()
    {
    }

    /// <summary>Kebab-case, for example <c>scams</c>; never one of the three that are always there.</summary>
    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Queues are asked in this order; the first whose rules match takes a case.</summary>
    public int Place { get; private set; }

    public List<RoutingRule> Rules { get; private set; } = [];

    /// <summary>What whoever takes from it must be able to; empty where nothing is asked.</summary>
    public string Skill { get; private set; } = "";

    /// <summary>The only moderators who may see it; empty for all. Leads see every queue.</summary>
    public List<StaffId> Members { get; private set; } = [];

    /// <summary>Nobody decides these from here; who thinks one is needed hands the case on.</summary>
    public List<OutcomeKind> HiddenOutcomes { get; private set; } = [];

    /// <summary>Null takes the hours of the rulebook.</summary>
    public CaseDueHours? DueHours { get; private set; }

    /// <summary>Whether the clock of a case stands still while it is snoozed, or waits for an answer.</summary>
    public bool PausesClock { get; private set; }

    /// <summary>Days after which nobody looks at what is of low severity any more; null for never.</summary>
    public int? AgeOutDays { get; private set; }

    /// <summary>Whether its cases are handed out, instead of being taken.</summary>
    public bool AutoAssign { get; private set; }

    public bool IsActive { get; private set; } = true;

    public static Queue Open(SaveQueue said, int place)
    {
        var queue = new Queue { Code = said.Code, Place = place };
        queue.Become(said);
        return queue;
    }

    public void Become(SaveQueue said)
    {
        Title = said.Title.Trim();
        Rules = [.. said.Rules];
        Skill = said.Skill?.Trim() ?? "";
        Members = [.. (said.Members ?? []).Distinct()];
        HiddenOutcomes = [.. (said.HiddenOutcomes ?? []).Distinct().Order()];
        DueHours = said.DueHours is { } hours ? new(hours.Severe, hours.High, hours.Medium, hours.Low) : null;
        PausesClock = said.PausesClock;
        AgeOutDays = said.AgeOutDays;
        AutoAssign = said.AutoAssign;
        IsActive = said.IsActive;
    }

    public void MoveTo(int place) => Place = place;

    public bool Admits(StaffId moderator) => Members.Count == 0 || Members.Contains(moderator);
}

/// <summary>The queues there are, read once a scope.</summary>
internal sealed class Queues(ModerationDb db)
{
    private IReadOnlyList<Queue>? all;

    /// <summary>In their order; also those that are not active.</summary>
    public async Task<IReadOnlyList<Queue>> All(CancellationToken ct) =>
        all ??= await db.Set<Queue>().AsNoTracking().OrderBy(x => x.Place).ThenBy(x => x.Code).ToListAsync(ct);

    /// <summary>Null also for the three that are always there.</summary>
    public async Task<Queue?> Find(string code, CancellationToken ct) => (await All(ct)).FirstOrDefault(x => x.Code == code);

    /// <summary>Where a case belongs: with the specialists, with whom it was handed on to, or with the first queue that asks for it.</summary>
    public async Task<string> RouteOf(Case @case, CancellationToken ct) =>
        @case.IsRestricted ? Lane.Restricted
        : @case.IsEscalated ? Lane.Escalated
        : Routing.Route(RoutingFacts.Of(@case), await All(ct))?.Code ?? Lane.Unrouted;
}

internal sealed class QueueMapping : IEntityTypeConfiguration<Queue>
{
    public void Configure(EntityTypeBuilder<Queue> builder)
    {
        builder.ToTable("Queues");
        builder.HasKey(x => x.Code);
        builder.Property(x => x.Code).HasMaxLength(Queue.MaxCodeLength);
        builder.Property(x => x.Title).HasMaxLength(Queue.MaxTitleLength);
        builder.Property(x => x.Skill).HasMaxLength(60);
        builder.Property(x => x.Rules).AsJson();
        builder.Property(x => x.Members).AsJson();
        builder.Property(x => x.HiddenOutcomes).AsJson();
        builder.Property(x => x.DueHours).AsJson();
    }
}
