using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Moderation.Ranking;

namespace Moderation.Web.Platform;

/// <summary>A ground travels as its code; which outcomes it resolves to is told by the explanation.</summary>
internal sealed class GroundAsCode : JsonConverter<Ground>
{
    public override Ground Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Grounds are only told.");

    public override void Write(Utf8JsonWriter writer, Ground value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

internal static class Wire
{
    /// <summary>Keeps a property off the wire.</summary>
    public static void LeaveOut(this JsonTypeInfo type, Type of, string property)
    {
        if (type.Type != of)
            return;

        foreach (var left in type.Properties.Where(x => x.Name.Equals(property, StringComparison.OrdinalIgnoreCase)).ToArray())
            type.Properties.Remove(left);
    }
}

/// <summary>One of our words in an address: exactly as it is written in JSON, and nothing else.</summary>
internal readonly record struct Word<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words =
        Enum.GetValues<T>().ToDictionary(x => JsonNamingPolicy.CamelCase.ConvertName(x.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string? text, out Word<T> word)
    {
        var isKnown = Words.TryGetValue(text ?? "", out var value);
        word = new(value);
        return isKnown;
    }
}
