using System.Text.Json;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Reports;

/// <summary>A kind of line that another room takes.</summary>
internal interface IImportKind
{
    /// <summary>The field that says so.</summary>
    string Name { get; }

    /// <summary>What a line of it is read as.</summary>
    Type Type { get; }

    /// <summary>Whether it told us anything new, or why it is refused; null where that is known once all lines are read.</summary>
    Task<Result<bool?>> Take(object told, CancellationToken ct);

    /// <summary>Stores what was gathered meanwhile, and says of each whether it told us anything new.</summary>
    Task<IReadOnlyList<bool>> Finish(CancellationToken ct) => Task.FromResult<IReadOnlyList<bool>>([]);
}

/// <summary>One line of an import: an object with one field that says what it is.</summary>
internal static class ImportLine
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["account"] = typeof(PutAccount),
        ["content"] = typeof(PutContent),
        ["report"] = typeof(FileReport),
        ["signal"] = typeof(SendSignal),
    };

    /// <param name="others">The kinds that other rooms take.</param>
    public static Result<object> Read(string line, IEnumerable<IImportKind> others)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || document.RootElement.EnumerateObject().ToArray() is not [var only])
                return ReportErrors.UnreadableLine;

            if ((Kinds.GetValueOrDefault(only.Name) ?? others.FirstOrDefault(x => x.Name == only.Name)?.Type) is not { } type)
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
