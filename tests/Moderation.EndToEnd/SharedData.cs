namespace Moderation.EndToEnd;

/// <summary>Real data made by others: MODERATION_SHARED, or the folder <c>shared</c> beside the project.</summary>
internal static class SharedData
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("MODERATION_SHARED") is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(Path.Combine(Program.Root, "..", "shared"));

    public static string ScamComments { get; } = Path.Combine(Folder, "data", "moderation-instagram-scam-comments", "import.ndjson");
}

/// <summary>A test on real data; where it is absent it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class DataFactAttribute : FactAttribute
{
    public DataFactAttribute()
    {
        if (!File.Exists(SharedData.ScamComments))
            Skip = $"No data at {SharedData.ScamComments}: set MODERATION_SHARED.";
    }
}

/// <summary>A test in a real browser on real data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserDataFactAttribute : DataFactAttribute
{
    public BrowserDataFactAttribute()
    {
        if (!File.Exists(Chromium.Path))
            Skip = $"No browser at {Chromium.Path}: install chromium, or set CHROMIUM_PATH.";
    }
}
