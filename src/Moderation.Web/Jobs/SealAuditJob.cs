using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Seals what was written into the audit log since the last second.</summary>
internal sealed class SealAuditJob(IUseCases useCases) : LeasedJob(useCases, "seal-audit")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (await UseCases.Run(Actor.Product, new SealAudit(), null, ct) is Result<int>.Ok(SealAudit.MaxEntries))
        {
            // A full block: there may be more.
        }
    }
}
