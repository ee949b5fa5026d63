namespace Moderation.Pipeline;

/// <summary>Many subjects, so few at a time that a database takes their ids in one question.</summary>
internal static class Parts
{
    public const int Size = 200;

    public static IEnumerable<(SubjectKind Kind, string[] Ids)> InParts(this IEnumerable<SubjectRef> subjects) =>
        from kind in subjects.Distinct().GroupBy(x => x.Kind)
        from ids in kind.Select(x => x.Id).Chunk(Size)
        select (kind.Key, ids);
}
