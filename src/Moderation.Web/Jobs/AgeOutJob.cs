using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Closes what nobody got to within what its queue allows, a chunk at a time, so that others get their turn between.</summary>
internal sealed class AgeOutJob(IUseCases useCases) : LeasedJob(useCases, "age-out-backlog")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await UseCases.Run(Actor.Product, new AgeOutBacklog(), null, ct) is Result<int>.Ok(> 0) && await Renew(ct))
        {
            // There may be more.
        }
    }
}
