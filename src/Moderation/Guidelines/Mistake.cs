using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>One thing that is wrong in a rulebook file.</summary>
/// <param name="Code">Stable, for example <c>rulebook.unknownSurface</c>.</param>
/// <param name="Words">One sentence that names the part and, where known, its line.</param>
/// <param name="Line">The line it stands on, from 1; null where the whole file is meant.</param>
public sealed record Mistake(string Code, string Words, int? Line)
{
    internal Error Refusal => new(Pipeline.Refusal.Invalid, Code, Words);
}
