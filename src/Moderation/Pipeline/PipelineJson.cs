using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Pipeline;

/// <summary>How values are written where only the product reads them again.</summary>
internal static class PipelineJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
