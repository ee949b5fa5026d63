using System.Globalization;
using Moderation.Pipeline;
using Moderation.Web.SignIn;

namespace Moderation.Web.Import;

/// <summary>What the program does instead of serving: <c>import FILE</c>, <c>create-admin NAME</c>, <c>verify-audit</c>.</summary>
internal static class Commands
{
    private const int BarLength = 40;
    private const int MaxShown = 50;

    /// <summary>What is left for settings: a path that begins with a slash would be taken for one.</summary>
    public static string[] SettingsIn(string[] args) => args switch
    {
        ["import" or "create-admin", _, .. var rest] => rest,
        ["verify-audit", .. var rest] => rest,
        _ => args,
    };

    /// <summary>The exit code, or null to serve.</summary>
    public static async Task<int?> RunCommand(this WebApplication app, string[] args)
    {
        if (args is ["create-admin", var name, ..])
            return await FirstAdmin.Create(app, name);
        if (args is ["verify-audit", .. var more])
            return await AuditVerification.Run(app.Services.GetRequiredService<IUseCases>(), more, Console.Out, Console.Error);
        if (args is not ["import", var named, ..])
            return null;

        // 'dotnet run' starts the program in its own folder; a path is meant from where it was typed.
        var path = File.Exists(named) ? named : Path.Combine(Environment.GetEnvironmentVariable("PWD") ?? "", named);
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) => (key.Cancel, _) = (true, stop.CancelAsync());
        await using var file = File.OpenRead(path);
        try
        {
            var count = await new Importer(app.Services.GetRequiredService<IUseCases>())
                .Import(Actor.Product, file, x => ShowProgress(file, x), stop.Token);
            await Close(count);
            return count.Rejected.Count == 0 ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("\nStopped. What was counted is kept; import the file again to go on.");
            return 130;
        }
    }

    private static void ShowProgress(FileStream file, ImportCount count)
    {
        var share = file.Length == 0 ? 1 : (double)file.Position / file.Length;
        var filled = (int)(share * BarLength);
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r[{new string('#', filled)}{new string('.', BarLength - filled)}] {share,4:P0} {count.Lines:N0} lines"));
    }

    private static async Task Close(ImportCount count)
    {
        await Console.Error.WriteLineAsync();
        foreach (var rejected in count.Rejected.Take(MaxShown))
            await Console.Out.WriteLineAsync($"line {rejected.Line}: {rejected.Code} {rejected.Detail}");
        if (count.Rejected.Count > MaxShown)
            await Console.Out.WriteLineAsync($"and {count.Rejected.Count - MaxShown} more");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{count.Accepted} accepted, {count.Duplicates} duplicates, {count.Rejected.Count} rejected"));
    }
}
