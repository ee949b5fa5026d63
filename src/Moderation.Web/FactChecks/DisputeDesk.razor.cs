using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.FactChecks;

/// <summary>The answer: what it would do is said before it is sent.</summary>
public sealed partial class DisputeDesk
{
    private ElementReference reasonField;
    private DisputeAnswer? says;
    private Rating? rating;
    private string reason = "";
    private Error? refusal;
    private Missing missing;
    private bool busy;
    private string? kept;

    private enum Missing
    {
        Nothing,
        Rating,
        Reason,
    }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Parameter, EditorRequired] public DisputeFile.Answer File { get; set; } = default!;

    [Parameter] public EventCallback OnAnswered { get; set; }

    /// <summary>A key did nothing; keys listen again.</summary>
    [Parameter] public EventCallback OnIdle { get; set; }

    public IEnumerable<PageKey> Keys =>
    [
        .. Enum.GetValues<DisputeAnswer>().Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, T[$"Disputes.Answer.{x}"], () => Press(x))),
        new("W", KeyGroup.Decide, T["KeyAct.Rationale"]),
        new("Ctrl+Enter", KeyGroup.Decide, T["Disputes.Send"], Send),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (await Me() is not Actor.Staff(var me))
            return;

        kept = Kept.Name(me, File.Id.Value);
        if (await Kept.Read(Js, kept) is { Length: > 0 } written && reason.Length == 0)
            reason = written;
    }

    private Task Press(DisputeAnswer answer)
    {
        Take(answer);
        StateHasChanged();
        return OnIdle.InvokeAsync();
    }

    private void Take(DisputeAnswer answer) => (says, rating, missing) = (answer, answer is DisputeAnswer.Corrected ? rating : null, Missing.Nothing);

    private async Task Send()
    {
        if (busy || says is not { } answer || await Me() is not Actor.Staff(var me))
        {
            await OnIdle.InvokeAsync();
            return;
        }

        missing = answer is DisputeAnswer.Corrected && rating is null ? Missing.Rating : string.IsNullOrWhiteSpace(reason) ? Missing.Reason : Missing.Nothing;
        if (missing is Missing.Reason)
            await reasonField.FocusAsync();
        if (missing is not Missing.Nothing)
        {
            StateHasChanged();
            await OnIdle.InvokeAsync();
            return;
        }

        busy = true;
        var isDone = (await Run(new AnswerDispute(File.Id, answer, rating, reason.Trim(), me.Value))).IsOk(out _, out refusal);
        busy = false;
        StateHasChanged();
        if (!isDone)
        {
            await OnIdle.InvokeAsync();
            return;
        }

        if (kept is not null)
            await Kept.Forget(Js, kept);
        await OnAnswered.InvokeAsync();
    }
}
