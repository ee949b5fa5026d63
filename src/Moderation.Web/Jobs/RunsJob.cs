using Moderation.Pipeline;

namespace Moderation.Web.Jobs;

/// <summary>Goes on with runs until there is nothing to do, a chunk at a time, so that others get their turn between.</summary>
internal sealed partial class RunsJob(IUseCases useCases, IHostApplicationLifetime host, ILogger<RunsJob> log) : LeasedJob(useCases, "runs", Term)
{
    // Renewed with every chunk, so that what a killed node was at goes on soon elsewhere.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    protected override async Task Run(CancellationToken ct)
    {
        var stuck = new List<RunId>();
        while (!ct.IsCancellationRequested && !host.ApplicationStopping.IsCancellationRequested && await Next(stuck, ct) is { } run && await Renew(ct))
            if (!await Work(run, ct))
                stuck.Add(run);
    }

    private async Task<RunId?> Next(List<RunId> stuck, CancellationToken ct) =>
        await UseCases.Run(Actor.Product, new NextRun(stuck), null, ct) is Result<NextRun.Answer>.Ok(var next) ? next.Run : null;

    // One that cannot go on is tried again at the next tick; the others do not wait for it.
    private async Task<bool> Work(RunId run, CancellationToken ct)
    {
        try
        {
            return !(await UseCases.Run(Actor.Product, new WorkOnRun(run), null, ct)).IsRefused;
        }
#pragma warning disable CA1031 // Whatever went wrong in one run, the others go on.
        catch (Exception broken) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Broke(log, run.Value, broken);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} could not go on; it is tried again.")]
    private static partial void Broke(ILogger log, Guid run, Exception broken);
}
