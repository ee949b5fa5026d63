using System.Diagnostics;
using Npgsql;

namespace Moderation.Benchmarks;

/// <summary>
/// A PostgreSQL of this run's own, or the one that MODERATION_POSTGRES names by its connection string. Found by <c>pg_ctl</c> on the path.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string? folder;

    private PostgresServer(NpgsqlDataSource source, string? folder) => (Source, this.folder) = (source, folder);

    public NpgsqlDataSource Source { get; }

    /// <summary>Null where none is installed.</summary>
    public static async Task<PostgresServer?> Start(string parent)
    {
        if (Environment.GetEnvironmentVariable("MODERATION_POSTGRES") is { Length: > 0 } given)
            return new(NpgsqlDataSource.Create(given), null);
        if (!IsInstalled)
            return null;

        var folder = Path.Combine(parent, "postgres");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", folder);
        AsPostgres("initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "--no-sync");
        // As durable as ours: every commit is on the disk before it is answered.
        AsPostgres("pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o",
            $"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=1GB -c max_wal_size=8GB -c fsync=on -c synchronous_commit=on", "start");
        return new(NpgsqlDataSource.Create($"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=100;Max Auto Prepare=20;Auto Prepare Min Usages=2;Command Timeout=0"), folder);
    }

    public async Task<string> Version()
    {
        await using var command = Source.CreateCommand("SHOW server_version");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (folder is null)
            return;

        AsPostgres("pg_ctl", "-D", $"{folder}/data", "-m", "fast", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(x => File.Exists(Path.Combine(x, "pg_ctl")));

    // It refuses to run as root.
    private static void AsPostgres(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
