using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Forgets requests that nobody repeats any more.</summary>
internal sealed class ForgetJob(IUseCases useCases) : LeasedJob(useCases, "forget-answered-requests")
{
    protected override Task Run(CancellationToken ct) => UseCases.Run(Actor.Product, new ForgetAnsweredRequests(), null, ct);
}
