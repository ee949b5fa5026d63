using Moderation.Pipeline;
using Quartz;

namespace Moderation.Web.Jobs;

/// <summary>Runs a use case if this node holds the lease of the job.</summary>
[DisallowConcurrentExecution]
internal abstract class LeasedJob(IUseCases useCases, string name, TimeSpan? term = null) : IJob
{
    private static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}";

    protected IUseCases UseCases { get; } = useCases;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var lease = await UseCases.Run(Actor.Product, new TakeJobLease(name, Node, term), null, cancellationToken);
        if (lease is Result<bool>.Ok(true))
            await Run(cancellationToken);
    }

    /// <summary>Whether this node still holds the lease: work that goes on and on must not outlive it.</summary>
    protected async Task<bool> Renew(CancellationToken ct) =>
        await UseCases.Run(Actor.Product, new TakeJobLease(name, Node, term), null, ct) is Result<bool>.Ok(true);

    protected abstract Task Run(CancellationToken ct);
}
