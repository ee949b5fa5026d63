namespace Moderation.Tests;

/// <summary>Real data made by others: MODERATION_SHARED, or the folder <c>shared</c> beside the project.</summary>
internal static class SharedData
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("MODERATION_SHARED") is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>One file or folder of it.</summary>
    public static string At(params string[] names) => Path.Combine([Folder, "data", .. names]);
}

/// <summary>A test on real data; where it is absent it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(params string[] names)
    {
        var path = SharedData.At(names);
        if (!Path.Exists(path))
            Skip = $"No data at {path}: set MODERATION_SHARED.";
    }
}
