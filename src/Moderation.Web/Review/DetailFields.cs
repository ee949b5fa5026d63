using Moderation.Ranking;

namespace Moderation.Web.Review;

/// <summary>What stands in the fields of one outcome while somebody fills them in; empty leaves it to the rule.</summary>
internal sealed class DetailFields
{
    public HashSet<Surface> Surfaces { get; private init; } = [];

    /// <summary>The share that is kept, 1 to 99.</summary>
    public int? Percent { get; set; }

    public int? MinAge { get; set; }

    /// <summary>In UTC, as all times of the console.</summary>
    public DateTime? Until { get; set; }

    public string? Territories { get; set; }

    /// <summary>The word for what cannot be; null where all can.</summary>
    public string? Mistake =>
        Percent is < 1 or > 99 ? "Details.BadWeight"
        : MinAge is < 1 or > 150 ? "Details.BadAge"
        : Array.Exists(Codes, x => x.Length != 2 || !x.All(char.IsAsciiLetterUpper)) ? "Details.BadTerritory"
        : null;

    private string[] Codes => (Territories ?? "").ToUpperInvariant().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static DetailFields Of(OutcomeDetail? detail) => new()
    {
        Surfaces = [.. detail?.Surfaces ?? []],
        Percent = detail?.Weight is { } weight ? (int)Math.Round(weight * 100) : null,
        MinAge = detail?.MinAge,
        Until = detail?.Until?.UtcDateTime,
        Territories = detail?.Territories is { Count: > 0 } codes ? string.Join(", ", codes) : null,
    };

    public void Toggle(Surface surface)
    {
        if (!Surfaces.Remove(surface))
            Surfaces.Add(surface);
    }

    public OutcomeDetail Read() => new(
        Percent / 100d, Surfaces.Count == 0 ? null : [.. Surfaces.Order()],
        Until is { } until ? new DateTimeOffset(DateTime.SpecifyKind(until, DateTimeKind.Utc)) : null, Codes is [] ? null : Codes, MinAge);
}
