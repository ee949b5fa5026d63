using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Web.Jobs;

/// <summary>Looks into videos that lie on this machine, one after the other, and tells what was measured. What cannot be told stays unknown.</summary>
internal sealed class ProbeMediaJob(IUseCases useCases) : LeasedJob(useCases, "probe-media", Term)
{
    // Longer than one look may take.
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(5);

    protected override async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await UseCases.Run(Actor.Product, new NextProbe(), null, ct) is Result<NextProbe.Answer>.Ok({ Content: { } content } next) && await Renew(ct))
        {
            var facts = new List<RecordFacts.Fact>();
            foreach (var medium in next.Files)
                if (await Renew(ct) && await UseCases.Run(Actor.Product, new ProbeMedia(medium.File), null, ct) is Result<ProbeMedia.Answer>.Ok(var look))
                    facts.AddRange(look.Facts.Select(x => new RecordFacts.Fact(x.Fact, x.Measure, medium.Id)));
            if (facts.Count > 0)
                await UseCases.Run(Actor.Product, new RecordFacts(content, next.Revision, ProbeMedia.Source, facts), null, ct);
            await UseCases.Run(Actor.Product, new ConcludeProbe(content, next.Revision), null, ct);
        }
    }
}
