using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Moderation.Web.Review;

/// <summary>Whether the browser is still there: who went away does not keep a claim.</summary>
public sealed class Connection : CircuitHandler
{
    public bool IsUp { get; private set; } = true;

    public event Action? CameUp;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = true;
        CameUp?.Invoke();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }
}

internal static class ConnectionSetup
{
    public static void AddConnection(this IServiceCollection services) =>
        services.AddScoped<Connection>().AddScoped<CircuitHandler>(x => x.GetRequiredService<Connection>()).AddScoped<Judging>();
}
