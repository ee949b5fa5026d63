using static Moderation.Guidelines.PartMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the tree of groups.</summary>
internal static class GroupRules
{
    public static IEnumerable<Mistake> Broken(IReadOnlyList<GroupText> groups, Place place)
    {
        var first = groups.Index().DistinctBy(x => x.Item.Code).ToDictionary(x => x.Item.Code, StringComparer.Ordinal);
        foreach (var (i, group) in groups.Index())
        {
            if (group.Parent is { } parent && !first.ContainsKey(parent))
                yield return UnknownGroup(place[i]["parent"], parent);
            foreach (var mistake in RulebookRules.Confidence(group.Confidence, place[i]))
                yield return mistake;
        }

        foreach (var circle in Circles(groups, first.ToDictionary(x => x.Key, x => x.Value.Item.Parent)))
        {
            var (i, start) = circle.Select(x => first[x]).MinBy(x => x.Index);
            var turn = circle.IndexOf(start.Code);
            yield return GroupCycle(place[i]["parent"], [.. circle[turn..], .. circle[..turn], start.Code]);
        }

        foreach (var mistake in RulebookRules.Twice(groups, x => x.Code, place))
            yield return mistake;
    }

    // Each group is walked from once: what an earlier walk saw leads to no circle that it did not find.
    private static IEnumerable<List<string>> Circles(IReadOnlyList<GroupText> groups, Dictionary<string, string?> parents)
    {
        var walkOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (walk, group) in groups.Index())
        {
            List<string> chain = [];
            string? code = group.Code;
            for (; code is not null && walkOf.TryAdd(code, walk); code = parents.GetValueOrDefault(code))
                chain.Add(code);

            if (code is not null && walkOf[code] == walk)
                yield return chain[chain.IndexOf(code)..];
        }
    }
}
