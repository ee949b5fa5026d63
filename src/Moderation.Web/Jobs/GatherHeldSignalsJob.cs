using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Gathers what detectors sent while they were paused.</summary>
internal sealed class GatherHeldSignalsJob(IUseCases useCases) : LeasedJob(useCases, "gather-held-signals")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (await UseCases.Run(Actor.Product, new GatherHeldSignals(), null, ct) is Result<int>.Ok(> 0))
        {
            // Until none is left.
        }
    }
}
