namespace Moderation.Guidelines;

/// <summary>Something wrong in a rulebook file.</summary>
public sealed record Mistake(string Code, string Words, int? Line);

internal static class RulebookCheck
{
    public static IReadOnlyList<Mistake> Check(string json) => RulebookFile.Read(json, version: 1)
        .Match<IReadOnlyList<Mistake>>(ok: _ => [], refused: x => [new(x.Code, x.Words, null)]);
}
