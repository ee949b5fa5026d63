using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Pipeline;

/// <summary>How values are written and read where outside programs see them: camel case, enums and ids as strings, times in UTC.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Set(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdConverters());
        options.Converters.Add(new UtcConverter());
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        return options;
    }

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => Role(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance((Role(typeToConvert) == typeof(ITypedId<>) ? typeof(Typed<>) : typeof(Textual<>))
                .MakeGenericType(typeToConvert))!;

        private static Type? Role(Type type) => !type.IsValueType ? null : type.GetInterfaces()
            .Where(x => x.IsGenericType).Select(x => x.GetGenericTypeDefinition())
            .FirstOrDefault(x => x == typeof(ITypedId<>) || x == typeof(ITextId<>));
    }

    private sealed class Typed<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && reader.TryGetGuid(out var value)
                ? TId.Of(value)
                : throw new JsonException("This is not an id.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class Textual<TId> : JsonConverter<TId> where TId : struct, ITextId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? TId.Of(reader.GetString()!) : throw new JsonException("An id is a string.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    /// <summary>Whatever offset a time comes with, it is the same instant in UTC here.</summary>
    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
