using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Pipeline;
using Moderation.Web.Jobs;

namespace Moderation.Web.Tests.Jobs;

/// <summary>The real host without its clock-driven jobs: a test runs them itself, and may kill them anywhere.</summary>
public abstract class JobContext : IAsyncLifetime
{
    private protected JobContext() => Host.Instead = services =>
    {
        foreach (var clockwork in services.Where(x => x.ServiceType == typeof(IHostedService) && IsQuartz(x)).ToList())
            services.Remove(clockwork);
    };

    private protected TestHost Host { get; } = new();

    private protected IUseCases UseCases => Host.Services.GetRequiredService<IUseCases>();

    private protected IHostApplicationLifetime Life => Host.Services.GetRequiredService<IHostApplicationLifetime>();

    private protected DateTimeOffset Now => Host.Clock.GetUtcNow();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private protected async Task<T> Do<T>(Actor actor, IUseCase<T> useCase) =>
        (await UseCases.Run(actor, useCase)).Match(x => x, refused => throw new InvalidOperationException($"{refused.Code}: {refused.Words}"));

    private protected static async Task Run(LeasedJob job, CancellationToken ct = default) => await job.Execute(null!, ct);

    /// <summary>Another node holds the lease of a job from now on.</summary>
    private protected async Task TakeOver(string job, TimeSpan? term = null)
    {
        Host.Clock.Pass(term ?? TakeJobLease.UsualTerm);
        Assert.True(await Do(Actor.Product, new TakeJobLease(job, "another node", term)));
    }

    private static bool IsQuartz(ServiceDescriptor x) =>
        (x.ImplementationType ?? x.ImplementationFactory?.Method.ReturnType)?.Assembly.GetName().Name?.StartsWith("Quartz", StringComparison.Ordinal) is true;
}

/// <summary>The real door, past which a test looks: at each use case in turn, before it runs and after it was committed.</summary>
internal sealed class WatchedDoor(IUseCases door, Func<object, int, Task>? before = null, Func<object, int, Task>? after = null) : IUseCases
{
    private int count;

    public List<object> Asked { get; } = [];

    public async Task<Result<T>> Run<T>(Actor actor, IUseCase<T> useCase, IdempotencyKey? retry = null, CancellationToken ct = default)
    {
        var nth = ++count;
        Asked.Add(useCase);
        if (before is not null)
            await before(useCase, nth);
        var answer = await door.Run(actor, useCase, retry, ct);
        if (after is not null)
            await after(useCase, nth);
        return answer;
    }
}

/// <summary>What a killed node throws at nobody.</summary>
internal sealed class KilledException : Exception;
