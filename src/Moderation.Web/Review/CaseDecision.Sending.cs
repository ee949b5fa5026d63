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
    private Task Submit() => Submit(OnDone);

    private async Task Submit(EventCallback then)
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

        await Send(me => new SubmitJudgement(new(
            me, File.Id, Claim.Number, asked.Revision, asked.Guideline, asked.Finding, Draft.Outcomes, Draft.Rationale.Trim(),
            NeedsReason ? Draft.Deviation.Trim() : null)), x => Judged(x, then));
    }

    private async Task Done()
    {
        await Forget();
        await OnDone.InvokeAsync();
    }

    // What can still be undone is kept: it may be wanted again.
    private async Task Judged(SubmitJudgement.Answer answer, EventCallback then)
    {
        if (answer.DueAt is null)
            await Forget();
        // The next case need not wait for the note of this one.
        var told = Judging.Submit();
        await then.InvokeAsync();
        await told;
    }

    private async Task Send<T>(Func<StaffId, IUseCase<T>> command, Func<T, Task> then)
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        StateHasChanged();
        var isSent = (await Run(command(me))).IsOk(out var answer, out refusal);
        busy = false;
        if (isSent)
        {
            Claim.Over();
            await then(answer!);
        }
        else if (refusal == EnforcementErrors.RevisionChanged)
            await OnRevisionChanged.InvokeAsync();
        else if (refusal == ReviewErrors.StaleClaim)
            await OnLost.InvokeAsync();
        else
            await OnIdle.InvokeAsync();
    }
}
