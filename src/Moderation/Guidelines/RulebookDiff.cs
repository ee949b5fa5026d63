using System.Text.Json;

namespace Moderation.Guidelines;

/// <summary>One thing that differs between two rulebooks.</summary>
/// <param name="Part">Where: the field of the file that holds it, for example <c>guidelines</c>, <c>ladders</c>, <c>windows</c>.</param>
/// <param name="Code">Of the guideline, ladder or other named thing; null for what has none.</param>
/// <param name="Title">What people call that.</param>
/// <param name="Words">A sentence; where a text changed, only which.</param>
/// <param name="Before">The whole text before, where a text changed.</param>
/// <param name="After">The whole text after, where a text changed.</param>
public sealed record RulebookChange(string Part, string? Code, string? Title, string Words, string? Before = null, string? After = null);

/// <summary>
/// Says what differs between two rulebook files. It compares the files, not what we understand of them: nothing in them can
/// change unseen, and a draft with mistakes can be compared too.
/// </summary>
internal sealed class RulebookDiff
{
    private readonly List<RulebookChange> changes = [];
    private string part = "";
    private string? code;
    private string? title;

    private RulebookDiff()
    {
    }

    /// <exception cref="JsonException">One of them is no JSON.</exception>
    public static IReadOnlyList<RulebookChange> Between(string before, string after)
    {
        using var older = JsonDocument.Parse(before);
        using var newer = JsonDocument.Parse(after);
        var diff = new RulebookDiff();
        foreach (var field in Fields(older.RootElement, newer.RootElement))
        {
            (diff.part, diff.code, diff.title) = (field, null, null);
            diff.Compare("", field, Get(older.RootElement, field), Get(newer.RootElement, field));
        }

        return diff.changes;
    }

    private void Compare(string path, string field, JsonElement? before, JsonElement? after)
    {
        if (before is { } older && after is { } newer ? JsonElement.DeepEquals(older, newer) : IsNothing(before) && IsNothing(after))
            return;

        var name = DiffWords.Joined(path, field);
        switch (before?.ValueKind, after?.ValueKind)
        {
            case (JsonValueKind.Array, _) or (_, JsonValueKind.Array) when Items(before) is var first && Items(after) is var second:
                Lists(path, field, first, second);
                break;
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var inner in Fields(before!.Value, after!.Value))
                    Compare(name, inner, Get(before.Value, inner), Get(after.Value, inner));
                break;
            case (JsonValueKind.String, JsonValueKind.String) when DiffWords.IsText(field):
                Add(DiffWords.Sentence(name), before!.Value.GetString(), after!.Value.GetString());
                break;
            default:
                Add($"{DiffWords.Sentence(name)} {DiffWords.Value(before)} → {DiffWords.Value(after)}");
                break;
        }
    }

    private void Lists(string path, string field, JsonElement[] before, JsonElement[] after)
    {
        var all = before.Concat(after).ToArray();
        if (DiffWords.IdentityOf(all) is { } identity)
            Named(path, field, identity, before, after);
        else if (Array.TrueForAll(all, DiffWords.IsOutcome))
            Outcomes(DiffWords.Joined(path, field), before, after);
        else if (Array.TrueForAll(all, x => x.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            Add($"{DiffWords.Sentence(DiffWords.Joined(path, field))} {DiffWords.List(before)} → {DiffWords.List(after)}");
        else
            for (var at = 0; at < Math.Max(before.Length, after.Length); at++)
                Compare(path, $"{field} {at + 1}", at < before.Length ? before[at] : null, at < after.Length ? after[at] : null);
    }

    // Things with a name of their own are the same wherever they stand in the list.
    private void Named(string path, string field, string identity, JsonElement[] before, JsonElement[] after)
    {
        var (olders, newers) = (Keyed(before, identity), Keyed(after, identity));
        foreach (var at in olders.Keys.Union(newers.Keys))
        {
            JsonElement? older = olders.TryGetValue(at, out var was) ? was : null, newer = newers.TryGetValue(at, out var is_) ? is_ : null;
            var key = at.Nth == 1 ? at.Id : $"{at.Id} ({at.Nth})";
            var isOutermost = code is null;
            if (isOutermost)
                (code, title) = (key, DiffWords.TitleOf(newer ?? older!.Value));

            var name = isOutermost ? "" : DiffWords.Joined(path, DiffWords.One(field, identity, key));
            if (older is null || newer is null)
                Add($"{(older is null ? "Adds" : "Drops")} {DiffWords.One(field, identity, key)}{DiffWords.Digest(newer ?? older!.Value)}");
            else
                foreach (var inner in Fields(older.Value, newer.Value))
                    Compare(name, inner, Get(older.Value, inner), Get(newer.Value, inner));
            if (isOutermost)
                (code, title) = (null, null);
        }
    }

    // Several may share a name, for example with dates that do not overlap: then their order tells them apart.
    private static Dictionary<(string Id, int Nth), JsonElement> Keyed(JsonElement[] list, string identity)
    {
        var (keyed, times) = (new Dictionary<(string, int), JsonElement>(), new Dictionary<string, int>());
        foreach (var thing in list)
        {
            var id = DiffWords.Value(Get(thing, identity));
            keyed.Add((id, times[id] = times.GetValueOrDefault(id) + 1), thing);
        }

        return keyed;
    }

    private void Outcomes(string name, JsonElement[] before, JsonElement[] after)
    {
        var gone = before.Where(x => !after.Any(y => JsonElement.DeepEquals(x, y))).ToList();
        var come = after.Where(x => !before.Any(y => JsonElement.DeepEquals(x, y))).ToList();
        var where = DiffWords.OutcomesOf(name);
        foreach (var older in gone.ToArray())
            if (come.FindIndex(x => DiffWords.SameOutcome(x, older)) is >= 0 and var at)
            {
                var (was, is_) = (DiffWords.Outcome(older), DiffWords.Outcome(come[at]));
                Add(was == is_ ? $"{where}Where the outcome '{was}' comes from" : $"{where}Outcome {was} → {is_}");
                gone.Remove(older);
                come.RemoveAt(at);
            }

        foreach (var older in gone)
            Add($"{where}Drops outcome {DiffWords.Outcome(older)}");
        foreach (var newer in come)
            Add($"{where}Adds outcome {DiffWords.Outcome(newer)}");
    }

    private void Add(string words, string? before = null, string? after = null) => changes.Add(new(part, code, title, words, before, after));

    private static bool IsNothing(JsonElement? value) => value?.ValueKind is null or JsonValueKind.Null;

    private static JsonElement[] Items(JsonElement? list) => list?.ValueKind switch
    {
        JsonValueKind.Array => [.. list.Value.EnumerateArray()],
        null or JsonValueKind.Null => [],
        _ => [list.Value],
    };

    private static IEnumerable<string> Fields(JsonElement before, JsonElement after) => Names(before).Union(Names(after));

    private static IEnumerable<string> Names(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object ? part.EnumerateObject().Select(x => x.Name) : [];

    private static JsonElement? Get(JsonElement part, string field) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty(field, out var value) ? value : null;
}
