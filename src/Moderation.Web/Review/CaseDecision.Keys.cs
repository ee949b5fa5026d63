using Moderation.Web.Components;

namespace Moderation.Web.Review;

// Which key does what, and what is said of it.
public sealed partial class CaseDecision
{
    /// <summary>Its keys, while the case is held.</summary>
    public IEnumerable<PageKey> Keys =>
    [
        .. JudgingKeys.Of(T, Draft, Rules, Change),
        new("Ctrl+Enter", KeyGroup.Decide, T["Case.Submit"], Submit),
        new("Ctrl+Shift+Enter", KeyGroup.Decide, T["KeyAct.SubmitAndStay"], () => Submit(OnStay)),
        new("X", KeyGroup.Decide, T["KeyAct.Escalate"], () => Do(() => Ask(Aside.Question))),
        new("Y", KeyGroup.Decide, T["KeyAct.Snooze"], () => Do(() => Ask(Aside.Snooze))),
        new("H", KeyGroup.Decide, T["KeyAct.HandOver"], () => Do(() => Ask(Aside.HandOver))),
        new("U", KeyGroup.Decide, T["KeyAct.Release"], Release),
        new("Escape", KeyGroup.Decide, T["KeyAct.Back"], () => Do(Stay)),
    ];

    /// <summary>A key of the case that is shown; null where it has none such.</summary>
    public Task? Press(string key) => busy ? Task.CompletedTask : PageKey.Press(Keys, key);

    private Task Do(Action act)
    {
        act();
        StateHasChanged();
        return Task.CompletedTask;
    }
}
