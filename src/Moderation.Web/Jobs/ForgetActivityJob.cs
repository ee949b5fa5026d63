using Moderation.Activity;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Forgets what people did too long ago, a chunk at a time, so that others get their turn between.</summary>
internal sealed class ForgetActivityJob(IUseCases useCases, IHostApplicationLifetime host) : LeasedJob(useCases, "forget-activity")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && !host.ApplicationStopping.IsCancellationRequested && await IsMore(ct) && await Renew(ct))
        {
            // There is more to forget.
        }
    }

    private async Task<bool> IsMore(CancellationToken ct) => await UseCases.Run(Actor.Product, new ForgetActivity(), null, ct) is Result<bool>.Ok(true);
}
