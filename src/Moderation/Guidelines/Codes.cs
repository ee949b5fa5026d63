using System.Text.Json;

namespace Moderation.Guidelines;

/// <summary>The camelCase words in which files and programs outside write our enums.</summary>
internal static class Codes
{
    public static T? Read<T>(string code) where T : struct, Enum =>
        Of<T>.ByCode.TryGetValue(code, out var value) ? value : null;

    private static class Of<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByCode = Enum.GetValues<T>()
            .ToDictionary(x => JsonNamingPolicy.CamelCase.ConvertName(x.ToString()), StringComparer.Ordinal);
    }
}
