using static Moderation.Guidelines.PartMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the tree of groups.</summary>
internal static class GroupRules
{
    public static IEnumerable<Mistake> Broken(IReadOnlyList<GroupText> groups, Place place)
    {
        var parents = groups.DistinctBy(x => x.Code).ToDictionary(x => x.Code, x => x.Parent, StringComparer.Ordinal);
        foreach (var (i, group) in groups.Index())
        {
            if (group.Parent is { } parent && !parents.ContainsKey(parent))
                yield return UnknownGroup(place[i]["parent"], parent);
            if (Circle(group.Code, parents) is { } circle && groups.Take(i).All(x => !circle.Contains(x.Code)))
                yield return GroupCycle(place[i]["parent"], circle);

            foreach (var mistake in RulebookRules.Confidence(group.Confidence, place[i]))
                yield return mistake;
        }

        foreach (var mistake in RulebookRules.Twice(groups, x => x.Code, place))
            yield return mistake;
    }

    private static List<string>? Circle(string start, Dictionary<string, string?> parents)
    {
        List<string> chain = [start];
        while (parents.GetValueOrDefault(chain[^1]) is { } parent)
        {
            if (parent == start)
                return [.. chain, start];
            if (chain.Contains(parent))
                return null;
            chain.Add(parent);
        }

        return null;
    }
}
