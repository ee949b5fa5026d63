namespace Moderation.Web.Components.Vocabulary;

/// <summary>A rule that may be picked.</summary>
/// <param name="Code">Its ground code, for example <c>fraud</c>.</param>
/// <param name="Key">Its key as staff press it: <c>Shift+F</c> or <c>.E</c>.</param>
/// <param name="Evidence">What speaks for it here, in words: "10 reports, 2 signals".</param>
/// <param name="Text">The clause in force.</param>
/// <param name="Set">The set it belongs to, in words.</param>
/// <param name="Href">Where the whole rule stands.</param>
public sealed record RuleChoice(
    string Code,
    string Title,
    string? Key = null,
    string? Evidence = null,
    string? Text = null,
    string? Set = null,
    string? Href = null)
{
    /// <summary>The key as it is drawn.</summary>
    public string? KeyCap => Key?.Replace("Shift+", "⇧", StringComparison.Ordinal);

    public bool IsNamed(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            Title.Contains(word, StringComparison.CurrentCultureIgnoreCase)
            || Code.Contains(word, StringComparison.OrdinalIgnoreCase));
}
