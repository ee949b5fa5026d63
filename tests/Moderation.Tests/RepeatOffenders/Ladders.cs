using Moderation.Guidelines;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>The ladders that are shipped.</summary>
internal static class Ladders
{
    private static readonly Rulebook Rulebook = RulebookFile.Read(RulebookFile.Shipped, 1).Match(x => x, _ => throw new InvalidOperationException());

    private static readonly string[] NoCourse = ["sexual-exploitation", "dangerous-organisations"];

    public static LadderTable Named(string code)
    {
        var table = Rulebook.Ladders.First(x => x.Code == code);
        return code switch
        {
            "youtube" => table with { WarningStays = true, Training = new(12, 90, []) },
            "twitch" => table with { Expiry = new(90, 90, 365, 730), Repeats = new(2, 60) },
            _ => table with { Training = new(12, 0, NoCourse) },
        };
    }

    public static LadderInForce InForce(string code, DateTimeOffset from, bool isApplied = false, int version = 1) =>
        new(version, from, isApplied, Named(code), Rulebook.OneStrike);
}
