namespace Moderation.People;

/// <summary>What a single key does for staff. Everybody may give it another key.</summary>
public enum KeyAct
{
    ClaimNext,
    Down,
    Up,
    Filter,
    FindRule,
    Violates,
    NotRecommendable,
    NoBreach,
    Remove,
    Strike,
    Cover,
    Demote,
    Label,
    AgeLimit,
    Rationale,
    Escalate,
    Snooze,
    HandOver,
    Release,
    Undo,
    Blur,
    Grey,
    Differences,
    Rest,
    ColumnBefore,
    ColumnAfter,
    AllKeys,
}

/// <summary>A key somebody chose.</summary>
/// <param name="Key">One visible character, a letter as a capital.</param>
public sealed record ChosenKey(KeyAct Act, string Key);

/// <summary>Which single key does what. Letters with Shift and after a full stop are the rulebook's own.</summary>
public static class KeyMap
{
    public static IReadOnlyDictionary<KeyAct, string> Defaults { get; } = new Dictionary<KeyAct, string>
    {
        [KeyAct.ClaimNext] = "N",
        [KeyAct.Down] = "J",
        [KeyAct.Up] = "K",
        [KeyAct.Filter] = "F",
        [KeyAct.FindRule] = "/",
        [KeyAct.Violates] = "1",
        [KeyAct.NotRecommendable] = "2",
        [KeyAct.NoBreach] = "3",
        [KeyAct.Remove] = "R",
        [KeyAct.Strike] = "T",
        [KeyAct.Cover] = "C",
        [KeyAct.Demote] = "M",
        [KeyAct.Label] = "L",
        [KeyAct.AgeLimit] = "A",
        [KeyAct.Rationale] = "W",
        [KeyAct.Escalate] = "X",
        [KeyAct.Snooze] = "Y",
        [KeyAct.HandOver] = "H",
        [KeyAct.Release] = "U",
        [KeyAct.Undo] = "Z",
        [KeyAct.Blur] = "B",
        [KeyAct.Grey] = "G",
        [KeyAct.Differences] = "D",
        [KeyAct.Rest] = "O",
        [KeyAct.ColumnBefore] = "[",
        [KeyAct.ColumnAfter] = "]",
        [KeyAct.AllKeys] = "?",
    };

    /// <summary>All of them, with what somebody changed.</summary>
    public static IReadOnlyDictionary<KeyAct, string> With(IReadOnlyList<ChosenKey> chosen)
    {
        var map = Defaults.ToDictionary();
        foreach (var (act, key) in chosen.Where(x => Defaults.ContainsKey(x.Act)))
            map[act] = key;
        return map;
    }

    /// <summary>Whether a key may be chosen. The full stop begins a key of the rulebook's.</summary>
    public static bool MayBe(string key) =>
        key is [var only] and not "." && !char.IsControl(only) && !char.IsWhiteSpace(only) && !char.IsSurrogate(only) && !char.IsLower(only);

    /// <summary>Two that would have the same key; null where each has its own.</summary>
    public static (KeyAct One, KeyAct Other)? Conflict(IReadOnlyList<ChosenKey> chosen) => With(chosen)
        .GroupBy(x => x.Value, x => x.Key).Where(x => x.Count() > 1)
        .Select(x => ((KeyAct, KeyAct)?)(x.First(), x.ElementAt(1))).FirstOrDefault();
}
