using Moderation.Pipeline;

namespace Moderation.Review;

public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    /// <summary>A short name for people to say; for machines there is the value.</summary>
    public string Code => $"C-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static CaseId Of(Guid value) => new(value);

    public static bool operator >(CaseId one, CaseId other) => one.Value.CompareTo(other.Value) > 0;

    public static bool operator <(CaseId one, CaseId other) => other > one;
}
