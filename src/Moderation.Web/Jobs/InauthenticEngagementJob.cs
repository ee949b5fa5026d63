using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>
/// Sweeps what was done lately for engagement that is nobody's own, a part at a time. It may be stopped between any two: the next
/// to hold the lease goes on where it was.
/// </summary>
internal sealed class InauthenticEngagementJob(IUseCases useCases, IHostApplicationLifetime host) : LeasedJob(useCases, "inauthentic-engagement")
{
    protected override async Task Run(CancellationToken ct)
    {
        if (await UseCases.Run(Actor.Product, new BeginSweep(), null, ct) is not Result<bool>.Ok(true))
            return;

        while (!ct.IsCancellationRequested && !host.ApplicationStopping.IsCancellationRequested && await Seek(ct) is { } seen && await Renew(ct))
            if (!await Record(seen.At, seen.Next, seen.Found, ct))
                return;
    }

    private async Task<(SweepPlace At, SweepPlace Next, SeekInauthentic.Answer Found)?> Seek(CancellationToken ct) =>
        await UseCases.Run(Actor.Product, new SeekInauthentic(), null, ct) is Result<SeekInauthentic.Answer>.Ok({ At: { } at, Next: { } next } found) ? (at, next, found) : null;

    // What is recorded twice, because the sweep did not get on, is one.
    private async Task<bool> Record(SweepPlace at, SweepPlace next, SeekInauthentic.Answer found, CancellationToken ct)
    {
        foreach (var part in found.Suspicions.Chunk(RecordSuspicions.MostAtOnce))
            if ((await UseCases.Run(Actor.Product, new RecordSuspicions(at.Sweep, part), null, ct)).IsRefused || !await Renew(ct))
                return false;

        return !(await UseCases.Run(Actor.Product, new AdvanceSweep(at, next, found.Ties), null, ct)).IsRefused;
    }
}
