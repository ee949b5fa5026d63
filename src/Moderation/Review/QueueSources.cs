using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Which index brings what a filter asks for.</summary>
internal sealed class QueueSources(ModerationDb db, Rulebooks rulebooks)
{
    /// <summary>Beyond this a part is not few: then going through all in order finds it soon.</summary>
    public const int FewAtMost = 2_000;

    /// <summary>Cases that an index holds in the order of their urgency.</summary>
    /// <param name="Guideline">The one they are all under; null where that is not asked.</param>
    public sealed record Stream(long Lane, string? Guideline, IQueryable<Case> Cases)
    {
        public bool Holds(QueueWalk.Step step) => step.Lane == Lane && (Guideline is null || step.LeadGuideline == Guideline);
    }

    /// <summary>A stream a lane, or one a lane and clause of a guideline.</summary>
    public async Task<IReadOnlyList<Stream>> Streams(QueueFilter filter, IReadOnlyList<Lane> lanes, DateTimeOffset now, CancellationToken ct)
    {
        string?[] guidelines = filter.Guideline is { } asked ? [.. await WithClauses(asked, now, ct)] : [null];
        return [.. from lane in lanes from guideline in guidelines select Of(lane.Id, guideline, filter.Severity)];
    }

    /// <summary>All that may match, in no order, where an index says that it is few; else null.</summary>
    public async Task<IReadOnlyList<QueueWalk.Step>?> Few(QueueFilter filter, IReadOnlyList<Lane> lanes, StaffId me, DateTimeOffset now, CancellationToken ct)
    {
        var ids = lanes.Select(x => x.Id).ToArray();
        var cases = db.Cases.AsNoTracking().Waiting;
        foreach (var part in Parts(cases, filter, ids, me, now))
            if (await part.Select(x => x.Id).Take(FewAtMost + 1).CountAsync(ct) <= FewAtMost)
                return [.. (await part.AsSteps().ToListAsync(ct)).Where(x => ids.Contains(x.Lane))];

        return null;
    }

    private static IEnumerable<IQueryable<Case>> Parts(IQueryable<Case> cases, QueueFilter filter, long[] lanes, StaffId me, DateTimeOffset now)
    {
        if (filter.State is WaitingState.Mine)
            yield return cases.Where(x => x.Holder == me);
        if (filter.State is WaitingState.Claimed)
            yield return cases.Where(x => x.Holder != null);
        if (filter.State is WaitingState.Snoozed)
            yield return cases.Where(x => x.SnoozedUntil > now);
        if (filter.DueBy(now) is { } due)
            yield return cases.Where(x => lanes.Contains(x.LaneId) && x.DueAt <= due);
        if ((filter.OpenedFrom, filter.OpenedUntil) is var (from, until) && (from ?? until) is not null)
            yield return cases.Where(x => x.OpenedAt >= (from ?? DateTimeOffset.MinValue) && x.OpenedAt < (until ?? DateTimeOffset.MaxValue));
    }

    private Stream Of(long lane, string? guideline, Severity? severity)
    {
        var cases = db.Cases.AsNoTracking().Where(x => x.LaneId == lane && x.Stage == CaseStage.Waiting);
        if (guideline is not null)
            cases = cases.Where(x => x.LeadGuideline == guideline);
        else if (severity is not null)
            cases = cases.Where(x => x.Severity == severity);
        return new(lane, guideline, cases);
    }

    private async Task<IEnumerable<string>> WithClauses(string code, DateTimeOffset now, CancellationToken ct) =>
        (await rulebooks.InForce(db, now, ct)).Find(code) is { Clause: null } whole ? whole.Clauses.Select(x => x.Code).Append(code).Distinct() : [code];
}

internal static class QueueSteps
{
    /// <summary>In a shape that databases put together from several questions.</summary>
    public static IQueryable<QueueWalk.Step> AsSteps(this IQueryable<Case> cases) => cases.Select(x => new QueueWalk.Step
    {
        Id = x.Id,
        Lane = x.LaneId,
        Priority = x.Priority,
        DueAt = x.DueAt,
        Holder = x.Holder,
        AvailableAt = x.AvailableAt,
        SnoozedUntil = x.SnoozedUntil,
        PausedAt = x.PausedAt,
        PausedUntil = x.PausedUntil,
        Sources = x.Sources,
        Kind = x.ContentKind,
        Severity = x.Severity,
        OpenedAt = x.OpenedAt,
        LeadGuideline = x.LeadGuideline,
        IsEscalated = x.IsEscalated,
    });
}
