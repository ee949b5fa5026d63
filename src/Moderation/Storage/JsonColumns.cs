using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.Storage;

/// <summary>Small values that are only ever read and written whole.</summary>
internal static class JsonColumns
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class?
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, PipelineJson.Options),
            json => JsonSerializer.Deserialize<T>(json, PipelineJson.Options)!,
            new ValueComparer<T>(
                // Compared at every save, and nearly always the very same.
                (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, PipelineJson.Options) == JsonSerializer.Serialize(b, PipelineJson.Options),
                value => JsonSerializer.Serialize(value, PipelineJson.Options).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
