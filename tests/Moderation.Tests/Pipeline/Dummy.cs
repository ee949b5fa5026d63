using System.Globalization;
using System.Reflection;
using Moderation.Pipeline;

namespace Moderation.Tests.Pipeline;

/// <summary>Use cases with simple arguments of the right kind, for asking who gets through the door.</summary>
internal static class Dummy
{
    public static object Of(Type type, Actor actor, DateTimeOffset now) => type.GetConstructors()
        .OrderByDescending(x => x.GetParameters().Length).First() is var made
        ? made.Invoke([.. made.GetParameters().Select(x => Argument(x, actor, now))])
        : throw new InvalidOperationException(type.Name);

    private static object? Argument(ParameterInfo parameter, Actor actor, DateTimeOffset now) =>
        parameter.HasDefaultValue || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? parameter.HasDefaultValue && parameter.DefaultValue is { } value ? Converted(value, parameter.ParameterType)
                : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null
            : Value(parameter.ParameterType, actor, now);

    private static object Converted(object value, Type type) => type.IsEnum ? Enum.ToObject(type, value) : value;

    public static object Value(Type type, Actor actor, DateTimeOffset now) => type switch
    {
        _ when type == typeof(string) => "some words",
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(DateTimeOffset) => now,
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(bool) => true,
        // One's own id, so that nobody is refused for acting in another's name.
        _ when type == typeof(AccountId) => World.Author,
        _ when type == typeof(StaffId) => actor is Actor.Staff(var self) ? self : new StaffId("nobody"),
        _ when type == typeof(System.Text.Json.JsonElement) => System.Text.Json.JsonDocument.Parse("{}").RootElement.Clone(),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
            Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!,
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        { IsPrimitive: true } => Convert.ChangeType(1, type, CultureInfo.InvariantCulture),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            Array.CreateInstance(type.GenericTypeArguments[0], 1) is var list && Filled(list, Value(type.GenericTypeArguments[0], actor, now)) is { } one
                ? one : throw new InvalidOperationException(type.Name),
        _ => Of(type, actor, now),
    };

    private static Array Filled(Array list, object value)
    {
        list.SetValue(value, 0);
        return list;
    }
}
