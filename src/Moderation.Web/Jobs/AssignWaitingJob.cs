using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Jobs;

/// <summary>Hands out what waits, a chunk at a time.</summary>
internal sealed class AssignWaitingJob(IUseCases useCases) : LeasedJob(useCases, "assign-waiting")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await UseCases.Run(Actor.Product, new AssignWaiting(), null, ct) is Result<AssignWaiting.Answer>.Ok({ IsMore: true }))
        {
            // As many as fit: there may be more.
        }
    }
}

/// <summary>Forgets pages that nobody has open any more.</summary>
internal sealed class ForgetPresenceJob(IUseCases useCases) : LeasedJob(useCases, "forget-presence")
{
    protected override Task Run(CancellationToken ct) => UseCases.Run(Actor.Product, new ForgetPresence(), null, ct);
}
