using System.Diagnostics;
using System.Text;

namespace Moderation.Recommendations;

/// <summary>A program of somebody else's on a file of anybody's: without a shell, without our environment, within limits.</summary>
internal static class ChildProcess
{
    private const int MaxWords = 256 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <param name="Output">What it wrote.</param>
    /// <param name="Words">What it said besides.</param>
    public sealed record Ran(int Code, byte[] Output, string Words);

    /// <summary>Null where it could not be started, or went over its limits and was ended.</summary>
    /// <param name="memory">In bytes.</param>
    /// <param name="most">Of output, in bytes.</param>
    public static async Task<Ran?> Run(string program, IEnumerable<string> arguments, TimeSpan time, long memory, int most, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new(program, arguments)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        };
        process.StartInfo.Environment.Clear();
        process.StartInfo.Environment["LC_ALL"] = "C";
        if (!Start(process))
            return null;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(time);
        try
        {
            process.StandardInput.Close();
            var output = Read(process.StandardOutput.BaseStream, most, limit);
            var words = Read(process.StandardError.BaseStream, MaxWords, limit);
            await Task.WhenAll(output, words, Watch(process, memory, limit));
            return new(process.ExitCode, await output, Encoding.UTF8.GetString(await words));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            End(process);
        }
    }

    private static bool Start(Process process)
    {
        try
        {
            return process.Start();
        }
        // It is there but no program, or not for us.
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<byte[]> Read(Stream stream, int most, CancellationTokenSource limit)
    {
        using var read = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await stream.ReadAsync(part, limit.Token) is > 0 and var count)
        {
            read.Write(part, 0, count);
            if (read.Length > most)
                await limit.CancelAsync();
        }

        limit.Token.ThrowIfCancellationRequested();
        return read.ToArray();
    }

    private static async Task Watch(Process process, long memory, CancellationTokenSource limit)
    {
        var exit = process.WaitForExitAsync(limit.Token);
        while (await Task.WhenAny(exit, Task.Delay(BetweenLooks, limit.Token)) != exit)
        {
            process.Refresh();
            if (!process.HasExited && process.WorkingSet64 > memory)
                await limit.CancelAsync();
            limit.Token.ThrowIfCancellationRequested();
        }

        await exit;
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        // It ended by itself meanwhile.
        catch (InvalidOperationException)
        {
            return;
        }
    }
}
