using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Moderation.EndToEnd;

/// <summary>
/// The way between a browser and a host: it can be slow, be cut, and lead to another host than before. What goes through it
/// arrives whole and in order.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;
    private volatile bool isCut;
    private Uri host;

    public Wire(string host)
    {
        this.host = new(host);
        listener.Start();
        listening = Listen();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>How long everything takes on its way, each way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Ends every connection, and lets none through until it is mended.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var connection in open.Keys)
            connection.Dispose();
    }

    public void Mend(string? to = null)
    {
        if (to is not null)
            host = new(to);
        isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Cut();
        listener.Dispose();
        await listening;
        end.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Carry(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient browser)
    {
        using var there = new TcpClient { NoDelay = true };
        browser.NoDelay = true;
        open[browser] = open[there] = true;
        try
        {
            if (isCut)
                return;

            await there.ConnectAsync(host.Host, host.Port, end.Token);
            await Task.WhenAny(Pass(browser.GetStream(), there.GetStream()), Pass(there.GetStream(), browser.GetStream()));
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two went away.
        }
        finally
        {
            open.TryRemove(browser, out _);
            open.TryRemove(there, out _);
            browser.Dispose();
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var under = Channel.CreateUnbounded<(DateTimeOffset Due, byte[] Bytes)>();
        var arriving = Arrive();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, end.Token)) > 0)
            under.Writer.TryWrite((DateTimeOffset.UtcNow + Delay, buffer[..read]));
        under.Writer.Complete();
        await arriving;

        async Task Arrive()
        {
            await foreach (var (due, bytes) in under.Reader.ReadAllAsync(end.Token))
            {
                if (due - DateTimeOffset.UtcNow is { Ticks: > 0 } wait)
                    await Task.Delay(wait, end.Token);
                await to.WriteAsync(bytes, end.Token);
            }
        }
    }
}
