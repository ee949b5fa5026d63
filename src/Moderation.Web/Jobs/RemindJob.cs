using Moderation.Notices;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Tells people a day before a limit ends.</summary>
internal sealed class RemindJob(IUseCases useCases) : LeasedJob(useCases, "remind-of-ends")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (await UseCases.Run(Actor.Product, new RemindOfEnds(), null, ct) is Result<int>.Ok(RemindOfEnds.MaxLimits))
        {
            // A full command: there may be more.
        }
    }
}
