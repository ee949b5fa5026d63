using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>
/// Compares a file with the fields of <see cref="RulebookText"/>. The reader would refuse it too, but only the first
/// mistake, and could only name our types, not the writer's guideline.
/// </summary>
internal sealed class RulebookShape(JsonSerializerOptions options)
{
    public IEnumerable<Mistake> Misshapen(JsonElement file, Place whole) => Misshapen(file, typeof(RulebookText), whole);

    private IEnumerable<Mistake> Misshapen(JsonElement element, Type type, Place place)
    {
        var contract = options.GetTypeInfo(type);
        return (contract.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => Fields(element, contract, place),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) =>
                element.EnumerateArray().SelectMany((x, i) => Misshapen(x, contract.ElementType!, place[i])),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) =>
                element.EnumerateObject().SelectMany(x => Misshapen(x.Value, contract.ElementType!, place[x.Name])),
            (JsonTypeInfoKind.None, _) when IsValue(element, Nullable.GetUnderlyingType(type) ?? type) => [],
            _ => [Unreadable(place)],
        };
    }

    private IEnumerable<Mistake> Fields(JsonElement element, JsonTypeInfo contract, Place place) =>
    [
        .. from field in element.EnumerateObject()
           where contract.Properties.All(x => x.Name != field.Name)
           select UnknownField(place[field.Name], field.Name),
        .. contract.Properties.SelectMany(x => Field(element, x, place)),
    ];

    private IEnumerable<Mistake> Field(JsonElement element, JsonPropertyInfo field, Place place)
    {
        var isRequired = field.AssociatedParameter is { HasDefaultValue: false };
        var isThere = element.TryGetProperty(field.Name, out var value);
        if (!isThere || value.ValueKind is JsonValueKind.Null)
            return isRequired ? [MissingField(isThere ? place[field.Name] : place, field.Name)] : [];

        return isRequired && value.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())
            ? [MissingField(place[field.Name], field.Name)]
            : Misshapen(value, field.PropertyType, place[field.Name]);
    }

    private static bool IsValue(JsonElement element, Type type) => element.ValueKind switch
    {
        JsonValueKind.String => type == typeof(string),
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        JsonValueKind.Number => type == typeof(double) || type == typeof(int) && element.TryGetInt32(out _),
        _ => false,
    };
}
