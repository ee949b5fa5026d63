using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead has what waits routed again by the rules as they are now, as a run. Claims stay with who holds them.</summary>
/// <param name="Queue">Only from here; null for all.</param>
/// <param name="OpenedFrom">Only what was opened at that instant or later.</param>
/// <param name="OpenedUntil">Only what was opened before.</param>
[AllowedTo(Role.Lead)]
public sealed record RerouteCases(string? Queue = null, DateTimeOffset? OpenedFrom = null, DateTimeOffset? OpenedUntil = null)
    : ICommand<RunProgress.Answer>
{
    internal sealed class Validator : AbstractValidator<RerouteCases>
    {
        public Validator() => RuleFor(x => x).Must(x => !(x.OpenedFrom >= x.OpenedUntil)).WithMessage("The range ends after it begins.");
    }

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, Queues queues, Rerouting rerouting, TimeProvider clock)
        : IRequestHandler<RerouteCases, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(RerouteCases command, CancellationToken ct)
        {
            if (command.Queue is { } code && code != Lane.Unrouted && await queues.Find(code, ct) is null)
                return ReviewErrors.UnknownQueue;

            var what = JsonSerializer.Serialize(command, PipelineJson.Options);
            // Asked for twice, it is done once.
            var run = await db.Runs.FirstOrDefaultAsync(x => x.Kind == RunKind.Reroute && x.State == RunState.Running && x.What == what, ct)
                ?? db.Add(Run.Propose(
                    RunKind.Reroute, what, "", call.Actor, await rerouting.Count(command, ct), needsSecondPerson: false, TimeSpan.Zero, clock.GetUtcNow())).Entity;
            return await RunProgress.Answer.Of(run, call, names, ct);
        }
    }
}

/// <summary>Routes what waits a chunk at a time, in the order in which it was opened.</summary>
internal sealed class Rerouting(ModerationDb db, Queues queues, Lanes lanes, Rulebooks rulebooks, TimeProvider clock) : IRunWork
{
    public const int ChunkSize = 200;

    public RunKind Kind => RunKind.Reroute;

    public Task<int> Count(RerouteCases asked, CancellationToken ct) => Asked(asked).CountAsync(ct);

    public async Task Next(Run run, CancellationToken ct)
    {
        var asked = JsonSerializer.Deserialize<RerouteCases>(run.What, PipelineJson.Options)!;
        var left = Asked(asked);
        if (run.Cursor is { } cursor && new CaseId(Guid.ParseExact(cursor, "N")) is var last)
            left = left.Where(x => x.Id > last);
        var chunk = await left.OrderBy(x => x.Id).Take(ChunkSize).ToListAsync(ct);
        if (chunk is [])
        {
            run.Finish(clock.GetUtcNow());
            return;
        }

        var usual = (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Windows.CaseDueHours;
        var moved = 0;
        foreach (var @case in chunk)
        {
            var queue = await queues.RouteOf(@case, ct);
            var lane = await lanes.For(queue, @case.Language, ct);
            if (lane.Id == @case.LaneId)
                continue;

            @case.MoveTo(lane);
            @case.IsDue((await queues.Find(queue, ct))?.DueHours ?? usual);
            moved++;
        }

        run.Advance(chunk[^1].Id.Value.ToString("N"), chunk.Count, moved);
    }

    private IQueryable<Case> Asked(RerouteCases asked)
    {
        var cases = db.Cases.Waiting.Where(x => !x.IsRestricted && !x.IsEscalated);
        if (asked.Queue is { } queue)
            cases = cases.Where(x => db.Set<Lane>().Any(lane => lane.Id == x.LaneId && lane.Queue == queue));
        if (asked.OpenedFrom is { } from)
            cases = cases.Where(x => x.OpenedAt >= from);
        if (asked.OpenedUntil is { } until)
            cases = cases.Where(x => x.OpenedAt < until);
        return cases;
    }
}
