using Moderation.Notices;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Tells people of what an authority had ordered to keep quiet until now.</summary>
internal sealed class TellDelayedJob(IUseCases useCases) : LeasedJob(useCases, "tell-delayed")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (await UseCases.Run(Actor.Product, new TellDelayed(), null, ct) is Result<int>.Ok(TellDelayed.MostAtOnce))
        {
            // As many as fit: there may be more.
        }
    }
}
