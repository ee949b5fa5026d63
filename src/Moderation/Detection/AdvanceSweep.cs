using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>A job goes on to the next part of a sweep, once what the last one showed is recorded. Refused to all but the first.</summary>
/// <param name="Ties">Those the part found, kept until the sweep is over.</param>
[AllowedTo(Role.Product)]
public sealed record AdvanceSweep(SweepPlace From, SweepPlace To, IReadOnlyList<Tie> Ties) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<AdvanceSweep, Result<Done>>
    {
        public async Task<Result<Done>> Handle(AdvanceSweep command, CancellationToken ct)
        {
            var number = command.From.Sweep;
            if (await db.Sweeps.FirstOrDefaultAsync(x => x.Number == number, ct) is not { } sweep)
                return DetectionErrors.SweepMoved;
            if (sweep.Advance(command.From, command.To, clock.GetUtcNow()) is Result<Done>.Refused(var refusal))
                return refusal;

            db.AddRange(command.Ties.Select(x => QuickTie.Of(number, x)));
            if (sweep.FinishedAt is not null)
                await db.QuickTies.Where(x => x.Sweep == number).ExecuteDeleteAsync(ct);
            return new Done();
        }
    }
}
