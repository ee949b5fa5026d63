using MediatR;
using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>A job gathers what a detector sent while it was paused, once it no longer is. Answers how many there were.</summary>
[AllowedTo(Role.Product)]
public sealed record GatherHeldSignals : ICommand<int>, IHousekeeping
{
    internal sealed class Handler(SignalIntake signals) : IRequestHandler<GatherHeldSignals, Result<int>>
    {
        public async Task<Result<int>> Handle(GatherHeldSignals command, CancellationToken ct) => await signals.GatherHeld(ct);
    }
}
