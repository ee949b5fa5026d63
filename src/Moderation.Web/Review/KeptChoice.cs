using System.Text.Json;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>What was chosen of a case, as its writer's tab keeps it over a reload.</summary>
public sealed record KeptChoice(string Rule, FindingChoice? Finding, IReadOnlyList<OutcomeKind> Pressed, IReadOnlyDictionary<OutcomeKind, OutcomeDetail> Details)
{
    public static KeptChoice? Of(CaseDraft draft) => draft.Rule is null
        ? null
        : new(draft.Rule.Code, draft.Finding, [.. draft.Pressed.Order()], draft.Details.ToDictionary());

    public string Write() => JsonSerializer.Serialize(this, WireJson.Options);

    /// <summary>Null where it is nothing that we wrote: a tab's memory is in anybody's hands.</summary>
    public static KeptChoice? Read(string? json)
    {
        if (json is not { Length: > 0 and < 10_000 })
            return null;

        try
        {
            return JsonSerializer.Deserialize<KeptChoice>(json, WireJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Chooses it again, as far as the rules in force still have it.</summary>
    public void Restore(CaseDraft draft)
    {
        if (!draft.Knows(Rule))
            return;

        draft.Choose(Rule);
        draft.Find(Finding);
        if (Finding is null or FindingChoice.NoBreach)
            return;

        draft.Press(Pressed.ToHashSet());
        draft.Detail(Details);
    }
}
