using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>
/// Compares a file with the fields of <see cref="RulebookText"/>. The reader would refuse it too, but could only name
/// our types, not the writer's guideline.
/// </summary>
internal sealed class RulebookShape(Places places, JsonSerializerOptions options)
{
    public Error? Check(JsonElement file) => Check(file, typeof(RulebookText), Places.Whole);

    private Error? Check(JsonElement element, Type type, string place)
    {
        var contract = options.GetTypeInfo(type);
        return (contract.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => Fields(element, contract, place),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) =>
                First(element.EnumerateArray(), x => Check(x, contract.ElementType!, place)),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) =>
                First(element.EnumerateObject(), x => Check(x.Value, contract.ElementType!, place)),
            (JsonTypeInfoKind.None, not JsonValueKind.Null) => null,
            _ => GuidelineErrors.Unreadable(place),
        };
    }

    private Error? Fields(JsonElement element, JsonTypeInfo contract, string place)
    {
        if (NameOf(contract.Type) is { } what
            && element.TryGetProperty("code", out var code) && Text(code) is { } named)
            place = places.Of(what, named);

        foreach (var field in element.EnumerateObject())
            if (contract.Properties.All(x => x.Name != field.Name))
                return GuidelineErrors.UnknownField(place, field.Name);

        return First(contract.Properties, x => Field(element, x, place));
    }

    private Error? Field(JsonElement element, JsonPropertyInfo field, string place)
    {
        var isRequired = field.AssociatedParameter is { HasDefaultValue: false };
        if (!element.TryGetProperty(field.Name, out var value) || value.ValueKind is JsonValueKind.Null)
            return isRequired ? GuidelineErrors.MissingField(place, field.Name) : null;

        return isRequired && value.ValueKind is JsonValueKind.String && Text(value) is null
            ? GuidelineErrors.MissingField(place, field.Name)
            : Check(value, field.PropertyType, place);
    }

    private static Error? First<T>(IEnumerable<T> parts, Func<T, Error?> check) =>
        parts.Select(check).FirstOrDefault(x => x is not null);

    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.Trim() is not "" ? text : null;

    private static string? NameOf(Type type) =>
        type == typeof(GuidelineText) ? "Guideline"
        : type == typeof(Clause) ? "Clause"
        : type == typeof(LadderText) ? "Ladder"
        : null;
}
