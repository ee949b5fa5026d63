namespace Moderation.Tests;

/// <summary>Real data made by others: MODERATION_SHARED, or the folder <c>shared</c> beside the project.</summary>
internal static class SharedData
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("MODERATION_SHARED") is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>Messages of people and of advertisers, the kind and a tab before each.</summary>
    public static string Messages { get; } = Path.Combine(Folder, "data", "moderation-spam-sms", "SMSSpamCollection.tsv");
}

/// <summary>A test on real data; where it is absent it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute()
    {
        if (!File.Exists(SharedData.Messages))
            Skip = $"No data at {SharedData.Messages}: set MODERATION_SHARED.";
    }
}
