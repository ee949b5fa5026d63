using Microsoft.Extensions.Localization;
using Moderation.Ranking;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>The keys by which a judgement is chosen, the same wherever one is made.</summary>
internal static class JudgingKeys
{
    /// <summary>Finding, outcomes and rules; each is handed to <paramref name="change"/>, which shows what would follow.</summary>
    public static IEnumerable<PageKey> Of(IStringLocalizer t, CaseDraft draft, IReadOnlyList<RuleChoice> rules, Func<Action, Task> change) =>
    [
        .. Enum.GetValues<FindingChoice>().Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, t[$"Finding.{x}"], () => change(() => draft.Find(x)))),
        new("W", KeyGroup.Decide, t["KeyAct.Rationale"]),
        .. draft.Finding is null or FindingChoice.NoBreach
            ? []
            : Enum.GetValues<OutcomeKind>().Where(x => x.Key is not null).Select(x => new PageKey(x.Key!, KeyGroup.Outcomes, t[$"Toggle.{x}"], () => change(() => draft.Toggle(x)))),
        new("/", KeyGroup.Rules, t["KeyAct.FindRule"]),
        .. rules.Where(x => x.Key is { Length: > 0 }).DistinctBy(x => x.Key).Select(x => new PageKey(x.Key!, KeyGroup.Rules, x.Title, () => change(() => draft.Choose(x.Code)))),
    ];
}
