using Microsoft.AspNetCore.Components;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

// What a key or a button sends.
public sealed partial class CaseDecision
{
    /// <summary>A key of the case that is shown.</summary>
    public async Task Press(string key)
    {
        if (busy)
            return;

        if (Rules.FirstOrDefault(x => x.Key == key) is { } rule)
            await Choose(rule.Code);
        else if (key is "1" or "2" or "3")
            await Find((FindingChoice)(key[0] - '1'));
        else if (Enum.GetValues<OutcomeKind>().Where(x => x.Key == key).Cast<OutcomeKind?>().FirstOrDefault() is { } kind)
            await PressOutcome(kind);
        else if (key is "Ctrl+Enter")
            await Submit();
        else if (key is "X" or "Y" or "H")
            Ask(key is "X" ? Aside.Question : key is "Y" ? Aside.Snooze : Aside.HandOver);
        else if (key is "U")
            await Release();
        else if (key is "Escape")
            Stay();
        else
            await OnIdle.InvokeAsync();
    }

    private async Task PressOutcome(OutcomeKind kind)
    {
        if (Draft.Finding is null or FindingChoice.NoBreach)
            return;

        Draft.Toggle(kind);
        await Preview();
    }

    private async Task Submit()
    {
        if (!CanSubmit || Asked is not { } asked)
        {
            await OnIdle.InvokeAsync();
            return;
        }

        missing = NeedsReason && string.IsNullOrWhiteSpace(Draft.Deviation) ? Missing.Deviation
            : string.IsNullOrWhiteSpace(Draft.Rationale) ? Missing.Rationale
            : Missing.Nothing;
        if (missing is not Missing.Nothing)
        {
            StateHasChanged();
            await (missing is Missing.Deviation ? deviation : rationale).FocusAsync();
            await OnIdle.InvokeAsync();
            return;
        }

        await Send(me => new DecideCase(
            me, File.Id, Claim.Number, asked.Revision, asked.Guideline, asked.Finding, Draft.Outcomes, Draft.Rationale.Trim(),
            NeedsReason ? Draft.Deviation.Trim() : null), Done);
    }

    private async Task Done()
    {
        if (kept is not null)
            await Kept.Forget(Js, kept);
        await OnDone.InvokeAsync();
    }

    private async Task Send<T>(Func<StaffId, IUseCase<T>> command, Func<Task> then)
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        StateHasChanged();
        (await Run(command(me))).IsOk(out _, out refusal);
        busy = false;
        if (refusal is null)
        {
            Claim.Over();
            await then();
        }
        else if (refusal == EnforcementErrors.RevisionChanged)
            await OnRevisionChanged.InvokeAsync();
        else if (refusal == ReviewErrors.StaleClaim)
            await OnLost.InvokeAsync();
        else
            await OnIdle.InvokeAsync();
    }
}
