using System.Text.Json;
using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Reports;

/// <summary>One line of an import: an object with one field that says what it is.</summary>
internal static class ImportLine
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["account"] = typeof(PutAccount),
        ["content"] = typeof(PutContent),
        ["report"] = typeof(FileReport),
        ["signal"] = typeof(SendSignal),
        ["interaction"] = typeof(InteractionTold),
        ["follow"] = typeof(FollowTold),
        ["viewerChoice"] = typeof(ChoiceTold),
    };

    public static Result<object> Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || document.RootElement.EnumerateObject().ToArray() is not [var only])
                return ReportErrors.UnreadableLine;

            if (!Kinds.TryGetValue(only.Name, out var type))
                return ReportErrors.UnknownKind(only.Name);

            return only.Value.Deserialize(type, WireJson.Options) is { } read ? new Result<object>.Ok(read) : ReportErrors.UnreadableLine;
        }
        // The reader throws the latter two for halves of surrogate pairs and for missing parts of our records.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return ReportErrors.UnreadableLine;
        }
    }
}
