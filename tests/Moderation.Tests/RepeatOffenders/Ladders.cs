using Moderation.Guidelines;
using Moderation.RepeatOffenders;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>The ladders that are shipped, as they are.</summary>
internal static class Ladders
{
    private static readonly Rulebook Rulebook = ShippedRulebook.Read();

    public static LadderTable Named(string code) => Rulebook.Ladders.Single(x => x.Code == code);

    public static LadderInForce InForce(string code, DateTimeOffset from, bool isApplied = false, int version = 1) =>
        new(version, from, isApplied, Named(code), Rulebook.OneStrike);

    /// <summary>A rule, or the rule of a clause.</summary>
    public static Guideline Rule(string code) => Rulebook.Guidelines.Single(x => x.Code == code.Split('.')[0]);
}
