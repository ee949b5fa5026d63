using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Web.Jobs;

/// <summary>
/// Looks into videos that lie on this machine, one after the other, and tells what was measured. What cannot be told stays unknown;
/// what was not looked into to the end waits on.
/// </summary>
internal sealed class ProbeMediaJob(IUseCases useCases, IHostApplicationLifetime host) : LeasedJob(useCases, "probe-media", Term)
{
    /// <summary>Longer than one look may take.</summary>
    internal static readonly TimeSpan Term = TimeSpan.FromMinutes(5);

    protected override async Task Run(CancellationToken ct)
    {
        // A host that stops does not wait for a look: the next one begins it anew.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        try
        {
            while (await Next(ending.Token) is { } next && await Renew(ending.Token) && await Look(next.Content, next.Revision, next.Files, ending.Token))
            {
                // Until nothing waits.
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
        }
    }

    private async Task<(ContentId Content, int Revision, IReadOnlyList<NextProbe.Medium> Files)?> Next(CancellationToken ct) =>
        await UseCases.Run(Actor.Product, new NextProbe(), null, ct) is Result<NextProbe.Answer>.Ok({ Content: { } content } next) ? (content, next.Revision, next.Files) : null;

    /// <summary>Whether it is done with; if not, it is looked into again by whoever holds the lease next.</summary>
    private async Task<bool> Look(ContentId content, int revision, IReadOnlyList<NextProbe.Medium> files, CancellationToken ct)
    {
        var facts = new List<RecordFacts.Fact>();
        foreach (var medium in files)
        {
            if (await UseCases.Run(Actor.Product, new ProbeMedia(medium.File), null, ct) is Result<ProbeMedia.Answer>.Ok(var look))
                facts.AddRange(look.Facts.Select(x => new RecordFacts.Fact(x.Fact, x.Measure, medium.Id)));
            if (!await Renew(ct))
                return false;
        }

        if (facts.Count > 0 && !(await UseCases.Run(Actor.Product, new RecordFacts(content, revision, ProbeMedia.Source, facts), null, ct)).IsOk(out _, out var refusal)
            && (refusal.Kind is Refusal.Busy || refusal == PipelineErrors.ChangedMeanwhile))
            return false;

        return !(await UseCases.Run(Actor.Product, new ConcludeProbe(content, revision), null, ct)).IsRefused;
    }
}
