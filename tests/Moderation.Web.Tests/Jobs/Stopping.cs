using Microsoft.Extensions.Hosting;

namespace Moderation.Web.Tests.Jobs;

/// <summary>A host that begins to stop when a test says so.</summary>
internal sealed class Stopping : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource stopping = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public Task Stop() => stopping.CancelAsync();

    public void StopApplication() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();
}
