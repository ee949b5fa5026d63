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
    // As many as have a key.
    private const int MostRulings = 4;

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

    /// <summary>Its keys, while the appeal is as far as it is.</summary>
    public IEnumerable<PageKey> Keys =>
    [
        .. File.First is null
            ? Enum.GetValues<FindingChoice>().Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, T[$"Finding.{x}"], () => Still(() => Choose(x))))
            : Enum.GetValues<Ruling>().Take(MostRulings).Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, T[$"AppealCase.Ruling.{x}"], () => Still(() => Take(x)))),
        .. File.First is null ? [] : new PageKey[] { new("W", KeyGroup.Decide, T["KeyAct.Rationale"]) },
        new("Ctrl+Enter", KeyGroup.Decide, T[File.First is null ? "AppealCase.Set" : "AppealCase.Rules"], () => Still(File.First is null ? Find : Rule)),
    ];

    private async Task Still(Func<Task> act)
    {
        if (busy)
            return;

        await act();
        StateHasChanged();
    }

    private Task Still(Action act) => Still(() =>
    {
        act();
        return Task.CompletedTask;
    });

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
