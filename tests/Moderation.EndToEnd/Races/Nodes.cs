namespace Moderation.EndToEnd.Races;

/// <summary>Hosts on one database, any of which may be killed and started again while people work.</summary>
internal sealed class Nodes(Database database) : IAsyncDisposable
{
    private readonly List<(RunningHost Host, HttpClient Client)> running = [];

    public int Kills { get; private set; }

    public static async Task<Nodes> Start(Database database, int count)
    {
        var nodes = new Nodes(database);
        for (var i = 0; i < count; i++)
            nodes.running.Add(await nodes.One());
        return nodes;
    }

    /// <summary>Where somebody with this number is served now.</summary>
    public HttpClient For(int number)
    {
        lock (running)
            return running[number % running.Count].Client;
    }

    /// <summary>As <c>kill -9</c> does it: whatever is under way gets no answer. Then it is started anew.</summary>
    public async Task Kill(int place)
    {
        RunningHost host;
        lock (running)
            host = running[place % running.Count].Host;
        await host.DisposeAsync();
        Kills++;
        var next = await One();
        lock (running)
            running[place % running.Count] = next;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, client) in running)
        {
            client.Dispose();
            await host.DisposeAsync();
        }
    }

    private async Task<(RunningHost Host, HttpClient Client)> One()
    {
        var host = await RunningHost.Start(database);
        return (host, host.Client());
    }
}
