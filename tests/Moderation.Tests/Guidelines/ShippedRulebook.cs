using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Guidelines;

/// <summary>The default rulebook, as it is and with mistakes put in.</summary>
internal static partial class ShippedRulebook
{
    public static Rulebook Read() =>
        Assert.IsType<Result<Rulebook>.Ok>(RulebookFile.Read(RulebookFile.Shipped, version: 1)).Value;

    /// <summary>The same with a change in it.</summary>
    public static Rulebook Changed(Action<JsonObject> change) =>
        Assert.IsType<Result<Rulebook>.Ok>(RulebookFile.Read(With(change), version: 1)).Value;

    public static JsonObject Parse() => JsonNode.Parse(RulebookFile.Shipped)!.AsObject();

    public static Error ErrorIn(string json) =>
        Assert.IsType<Result<Rulebook>.Refused>(RulebookFile.Read(json, version: 1)).Error;

    public static Error ErrorAfter(Action<JsonObject> mistake) => ErrorIn(With(mistake));

    /// <summary>The file with a change in it.</summary>
    public static string With(Action<JsonObject> change)
    {
        var file = Parse();
        change(file);
        return file.ToJsonString(new() { WriteIndented = true });
    }

    /// <summary>It is refused for this and nothing else, and names the line. The words are given without the line.</summary>
    public static void IsMistaken(Action<JsonObject> mistake, string code, string words)
    {
        var json = With(mistake);
        var found = RulebookFile.Check(json)[0];

        Assert.Equal(("rulebook." + code, words), (found.Code, LineNumber().Replace(found.Words, "")));
        Assert.Contains($"(line {found.Line})", found.Words, StringComparison.Ordinal);
        Assert.Single(RulebookFile.Check(json).Select(x => x.Code).Distinct());
        Assert.Equal("rulebook." + code, ErrorIn(json).Code);
    }

    /// <summary>The codes that a page of mistakes can give.</summary>
    public static IEnumerable<string> CodesOf(Type mistakes) => mistakes
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Select(x => JsonNamingPolicy.CamelCase.ConvertName(x.Name)).Order();

    extension(JsonObject file)
    {
        public JsonObject Guideline(string code) =>
            file["guidelines"]!.AsArray().Single(x => (string)x!["code"]! == code)!.AsObject();

        public JsonObject Ladder(string code) =>
            file["ladders"]!.AsArray().Single(x => (string)x!["code"]! == code)!.AsObject();

        public JsonObject Rating(string rating) =>
            file["ratings"]!.AsArray().Single(x => (string)x!["rating"]! == rating)!.AsObject();

        public JsonObject Named(string list, string code) =>
            file[list]!.AsArray().First(x => (string)x!["code"]! == code)!.AsObject();

        public JsonObject Windows => file["windows"]!.AsObject();
    }

    extension(JsonObject part)
    {
        public JsonObject Step(int strikes) =>
            part["steps"]!.AsArray().Single(x => (int)x!["strikes"]! == strikes)!.AsObject();

        public JsonObject First(string list) => part[list]!.AsArray()[0]!.AsObject();
    }

    [GeneratedRegex(@" \(line \d+\)")]
    private static partial Regex LineNumber();
}
