using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Web.Jobs;

/// <summary>Forgets what nobody can contest any more, and erases what was asked to be, a chunk at a time.</summary>
internal sealed class ForgetEvidenceJob(IUseCases useCases) : LeasedJob(useCases, "forget-evidence")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await UseCases.Run(Actor.Product, new ForgetEvidence(), null, ct) is Result<ForgetEvidence.Answer>.Ok({ IsMore: true }))
        {
            // There is more to forget.
        }
    }
}
