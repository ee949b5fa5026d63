using Moderation.FactChecks;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Tells authors whose dispute no fact-checker answered in time that they can appeal.</summary>
internal sealed class OverdueDisputesJob(IUseCases useCases) : LeasedJob(useCases, "overdue-disputes")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (await UseCases.Run(Actor.Product, new TellOverdueDisputes(), null, ct) is Result<int>.Ok(TellOverdueDisputes.MostAtOnce))
        {
            // As many as fit: there may be more.
        }
    }
}
