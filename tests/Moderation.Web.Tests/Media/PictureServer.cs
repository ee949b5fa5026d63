using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Moderation.Web.Tests.Media;

/// <summary>A small server on this machine that answers byte for byte as it is told, also what no good server would.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[200]];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<string, Func<string, NetworkStream, CancellationToken, Task>> answers = [];
    private readonly List<string> asked = [];
    private readonly Task serving;

    public PictureServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Host => $"127.0.0.1:{Port}";

    /// <summary>The heads of what was asked, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (asked)
                return [.. asked];
        }
    }

    public string Url(string path) => $"http://{Host}{path}";

    public void Says(string path, string head, byte[]? body = null) =>
        Does(path, async (_, stream, ct) => await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body ?? []], ct));

    public void Gives(string path, string type, byte[] body) => Says(path, $"HTTP/1.1 200 OK\nContent-Type: {type}\nContent-Length: {body.Length}\nConnection: close", body);

    public void Leads(string path, string to) => Says(path, $"HTTP/1.1 302 Found\nLocation: {to}\nContent-Length: 0\nSet-Cookie: track=1\nConnection: close");

    public void Does(string path, Func<string, NetworkStream, CancellationToken, Task> answer) => answers[path] = answer;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Answer(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var (head, buffer) = ("", new byte[4096]);
                while (!head.Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, stop.Token) is > 0 and var read)
                    head += Encoding.ASCII.GetString(buffer, 0, read);
                lock (asked)
                    asked.Add(head);
                if (answers.TryGetValue(head.Split(' ').ElementAtOrDefault(1) ?? "", out var answer))
                    await answer(head, stream, stop.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // Whoever asked has had enough.
            }
        }
    }
}
