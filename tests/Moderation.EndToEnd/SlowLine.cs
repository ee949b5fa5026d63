using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Moderation.EndToEnd;

/// <summary>A line to a host on which everything arrives in order, but late, in both directions; also what a web socket carries.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly CancellationTokenSource closed = new();
    private readonly ConcurrentBag<Task> pumps = [];
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly Uri far;

    public SlowLine(string address)
    {
        far = new(address);
        door.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}";
        pumps.Add(Accept());
    }

    public string Address { get; }

    /// <summary>Of each direction.</summary>
    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        door.Stop();
        await Task.WhenAll(pumps);
        closed.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                pumps.Add(Join(await door.AcceptTcpClientAsync(closed.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line was taken down.
        }
    }

    private async Task Join(TcpClient near)
    {
        using (near)
        using (var host = new TcpClient())
            try
            {
                await host.ConnectAsync(far.Host, far.Port, closed.Token);
                await Task.WhenAny(Carry(near.GetStream(), host.GetStream()), Carry(host.GetStream(), near.GetStream()));
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                // One of the two is gone.
            }
    }

    private async Task Carry(NetworkStream from, NetworkStream to)
    {
        var underway = Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var arriving = Arrive(underway.Reader, to);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, closed.Token) is > 0 and var read)
                underway.Writer.TryWrite((buffer[..read], Environment.TickCount64 + (long)Delay.TotalMilliseconds));
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nothing more comes.
        }

        underway.Writer.Complete();
        await arriving;
    }

    private async Task Arrive(ChannelReader<(byte[] Bytes, long Due)> underway, NetworkStream to)
    {
        try
        {
            await foreach (var (bytes, due) in underway.ReadAllAsync(closed.Token))
            {
                if (due - Environment.TickCount64 is > 0 and var left)
                    await Task.Delay(TimeSpan.FromMilliseconds(left), closed.Token);
                await to.WriteAsync(bytes, closed.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }
}
