using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Guidelines;

/// <summary>The default rulebook, as it is and with mistakes put in.</summary>
internal static class ShippedRulebook
{
    public static Rulebook Read() =>
        Assert.IsType<Result<Rulebook>.Ok>(RulebookFile.Read(RulebookFile.Shipped, version: 1)).Value;

    public static JsonObject Parse() => JsonNode.Parse(RulebookFile.Shipped)!.AsObject();

    public static Error ErrorIn(string json) =>
        Assert.IsType<Result<Rulebook>.Refused>(RulebookFile.Read(json, version: 1)).Error;

    public static Error ErrorAfter(Action<JsonObject> mistake)
    {
        var file = Parse();
        mistake(file);
        return ErrorIn(file.ToJsonString(new() { WriteIndented = true }));
    }

    /// <summary>The file with something changed.</summary>
    public static string With(Action<JsonObject> change)
    {
        var file = Parse();
        change(file);
        return file.ToJsonString(new() { WriteIndented = true });
    }

    extension(JsonObject file)
    {
        public JsonObject Guideline(string code) =>
            file["guidelines"]!.AsArray().Single(x => (string)x!["code"]! == code)!.AsObject();

        public JsonObject Ladder(string code) =>
            file["ladders"]!.AsArray().Single(x => (string)x!["code"]! == code)!.AsObject();

        public JsonObject Windows => file["windows"]!.AsObject();
    }

    extension(JsonObject part)
    {
        public JsonObject Step(int strikes) =>
            part["steps"]!.AsArray().Single(x => (int)x!["strikes"]! == strikes)!.AsObject();

        public JsonObject First(string list) => part[list]!.AsArray()[0]!.AsObject();
    }
}
