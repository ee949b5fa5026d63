using Moderation.Ranking;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

// Which key does what, and what is said of it.
public sealed partial class CaseDecision
{
    /// <summary>Its keys, while the case is held.</summary>
    public IEnumerable<PageKey> Keys =>
    [
        .. Enum.GetValues<FindingChoice>().Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, T[$"Finding.{x}"], () => Find(x))),
        new("W", KeyGroup.Decide, T["KeyAct.Rationale"]),
        new("Ctrl+Enter", KeyGroup.Decide, T["Case.Submit"], Submit),
        new("Ctrl+Shift+Enter", KeyGroup.Decide, T["KeyAct.SubmitAndStay"], () => Submit(OnStay)),
        new("X", KeyGroup.Decide, T["KeyAct.Escalate"], () => Do(() => Ask(Aside.Question))),
        new("Y", KeyGroup.Decide, T["KeyAct.Snooze"], () => Do(() => Ask(Aside.Snooze))),
        new("H", KeyGroup.Decide, T["KeyAct.HandOver"], () => Do(() => Ask(Aside.HandOver))),
        new("U", KeyGroup.Decide, T["KeyAct.Release"], Release),
        new("Escape", KeyGroup.Decide, T["KeyAct.Back"], () => Do(Stay)),
        .. CanHaveOutcomes ? MoreOnContent.Where(x => x.Key is not null).Select(x => new PageKey(x.Key!, KeyGroup.Outcomes, T[$"Toggle.{x}"], () => PressOutcome(x))) : [],
        new("/", KeyGroup.Rules, T["KeyAct.FindRule"]),
        .. Rules.Where(x => x.Key is { Length: > 0 }).DistinctBy(x => x.Key).Select(x => new PageKey(x.Key!, KeyGroup.Rules, x.Title, () => Choose(x.Code))),
    ];

    private bool CanHaveOutcomes => Draft.Finding is not (null or FindingChoice.NoBreach);

    /// <summary>A key of the case that is shown; null where it has none such.</summary>
    public Task? Press(string key) => busy ? Task.CompletedTask : PageKey.Press(Keys, key);

    private Task PressOutcome(OutcomeKind kind)
    {
        Draft.Toggle(kind);
        return Chosen();
    }

    private Task Do(Action act)
    {
        act();
        StateHasChanged();
        return Task.CompletedTask;
    }
}
