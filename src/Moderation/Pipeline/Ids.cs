namespace Moderation.Pipeline;

/// <summary>An id of ours with a type of its own, so that two ids cannot swap places.</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}

/// <summary>An id that somebody else gave: a string of theirs, compared ordinally.</summary>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>In characters (UTF-16 code units).</summary>
    const int MaxLength = 200;

    string Value { get; }

    static abstract TSelf Of(string value);
}

/// <summary>What strings may serve as ids of the host platform.</summary>
public static class TextId
{
    public const int MaxLength = 200;

    /// <summary>1 to 200 characters, no control characters, no surrounding white space, whole characters only.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength }
        && !char.IsWhiteSpace(id[0]) && !char.IsWhiteSpace(id[^1])
        && !id.Any(char.IsControl)
        && IsWhole(id);

    // Half a surrogate pair cannot be stored as UTF-8.
    private static bool IsWhole(string id)
    {
        foreach (var rune in id.EnumerateRunes())
            if (rune.Value == 0xFFFD && !id.Contains('\uFFFD', StringComparison.Ordinal))
                return false;

        return true;
    }
}

/// <summary>A person or page of the network; the host platform's own string.</summary>
public readonly record struct AccountId(string Value) : ITextId<AccountId>
{
    public static AccountId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A content item; the host platform's own string.</summary>
public readonly record struct ContentId(string Value) : ITextId<ContentId>
{
    public static ContentId Of(string value) => new(value);

    public static bool operator >(ContentId one, ContentId other) => string.CompareOrdinal(one.Value, other.Value) > 0;

    public static bool operator <(ContentId one, ContentId other) => other > one;

    public override string ToString() => Value;
}

/// <summary>Somebody who works here.</summary>
public readonly record struct StaffId(string Value) : ITextId<StaffId>
{
    public static StaffId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>What a subject is.</summary>
public enum SubjectKind
{
    Account,
    Content,
}

/// <summary>An account or a content item.</summary>
public readonly record struct SubjectRef(SubjectKind Kind, string Id)
{
    public static SubjectRef Of(AccountId account) => new(SubjectKind.Account, account.Value);

    public static SubjectRef Of(ContentId content) => new(SubjectKind.Content, content.Value);
}
