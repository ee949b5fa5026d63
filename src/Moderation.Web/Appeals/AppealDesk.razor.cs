using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.Appeals;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Review;

namespace Moderation.Web.Appeals;

/// <summary>The three steps: look fresh, set a finding, compare and rule.</summary>
public sealed partial class AppealDesk
{
    private ElementReference reason;
    private IReadOnlyList<OutcomeKind> kinds = [];
    private Error? refusal;
    private Missing missing;
    private bool busy;
    private string? kept;

    private enum Missing
    {
        Nothing,
        Part,
        Reason,
    }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Parameter, EditorRequired] public AppealFile.Answer File { get; set; } = default!;

    [Parameter, EditorRequired] public AppealDraft Draft { get; set; } = default!;

    [Parameter, EditorRequired] public HeldClaim Claim { get; set; } = default!;

    /// <summary>The finding is locked; the first reasoning may be read.</summary>
    [Parameter] public EventCallback OnFound { get; set; }

    [Parameter] public EventCallback OnRuled { get; set; }

    [Parameter] public EventCallback OnLost { get; set; }

    /// <summary>A key did nothing; keys listen again.</summary>
    [Parameter] public EventCallback OnIdle { get; set; }

    /// <summary>A key of the appeal that is shown.</summary>
    public async Task Press(string key)
    {
        if (busy)
            return;

        if (key is "Ctrl+Enter")
            await (File.First is null ? Find() : Rule());
        else if (File.First is null && key is "1" or "2" or "3")
            Choose((FindingChoice)(key[0] - '1'));
        else if (File.First is not null && key is "1" or "2" or "3" or "4")
            Take((Ruling)(key[0] - '1'));
        else
            await OnIdle.InvokeAsync();
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        if (await Me() is not Actor.Staff(var me))
            return;

        kept = Kept.Name(me, File.Id.Value);
        if (await Kept.Read(Js, kept) is { Length: > 0 } written && Draft.Reason.Length == 0)
            Draft.Reason = written;
    }

    protected override void OnParametersSet() =>
        kinds = [.. (File.First?.Outcomes ?? []).Where(x => x.LiftedAt is null).Select(x => x.Kind).Distinct()];

    private void Choose(FindingChoice? finding) => Draft.Choice = finding;

    private void Take(Ruling ruling)
    {
        if (ruling is Ruling.PartlyOverturned && kinds.Count < 2)
            return;

        Draft.Ruling = ruling;
        missing = Missing.Nothing;
    }

    private async Task Find()
    {
        if (Draft.Choice is null)
            await OnIdle.InvokeAsync();
        else
            await Send(me => new FindOnAppeal(me, File.Id, Claim.Number, Draft.Finding), OnFound.InvokeAsync);
    }

    private async Task Rule()
    {
        if (Draft.Ruling is not { } ruling)
        {
            await OnIdle.InvokeAsync();
            return;
        }

        missing = !Draft.IsPart(kinds) ? Missing.Part : string.IsNullOrWhiteSpace(Draft.Reason) ? Missing.Reason : Missing.Nothing;
        if (missing is Missing.Nothing)
        {
            await Send(
                me => new RuleOnAppeal(File.Id, me, Claim.Number, ruling, ruling is Ruling.PartlyOverturned ? [.. Draft.Lifted] : null, Draft.Reason.Trim()),
                Ruled);
            return;
        }

        if (missing is Missing.Reason)
            await reason.FocusAsync();
        await OnIdle.InvokeAsync();
    }

    private async Task Ruled()
    {
        if (kept is not null)
            await Kept.Forget(Js, kept);
        await OnRuled.InvokeAsync();
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
            await then();
        else if (refusal == ReviewErrors.StaleClaim)
            await OnLost.InvokeAsync();
        else
            await OnIdle.InvokeAsync();
    }
}
