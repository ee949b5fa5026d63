using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Lets revisions from before be found by those that say nearly the same.</summary>
internal sealed class SketchContentJob(IUseCases useCases) : LeasedJob(useCases, "sketch-content")
{
    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await UseCases.Run(Actor.Product, new SketchContent(), null, ct) is Result<int>.Ok(SketchContent.Chunk) && await Renew(ct))
        {
            // A full chunk: there may be more.
        }
    }
}
