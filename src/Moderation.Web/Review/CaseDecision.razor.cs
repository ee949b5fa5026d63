using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>Rule, finding, outcomes, what would follow, and why. Submit is off until the preview belongs to what is chosen.</summary>
public sealed partial class CaseDecision
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(150);
    private static readonly OutcomeKind[] OnContent =
        [OutcomeKind.Removed, OutcomeKind.Strike, OutcomeKind.Covered, OutcomeKind.Demoted, OutcomeKind.Labelled, OutcomeKind.AgeLimited];

    private static readonly OutcomeKind[] OnAccount = [OutcomeKind.Strike, OutcomeKind.NotRecommended, OutcomeKind.Suspended, OutcomeKind.Disabled];
    private static readonly OutcomeKind[] MoreOnContent = [.. OnContent, OutcomeKind.NotRecommended, OutcomeKind.Suspended, OutcomeKind.Disabled];
    private static readonly OutcomeKind[] MoreOnAccount = [.. OnAccount, OutcomeKind.Demonetised];

    private ElementReference rationale;
    private ElementReference deviation;
    private CaseChoice? previewed;
    private CaseChoice? underway;
    private Consequences? consequences;
    private PreviewDecision.Answer? preview;
    private Error? refused;
    private Error? refusal;
    private Missing missing;
    private long turn;
    private bool busy;
    private bool detailing;
    private Aside aside;
    private string? kept;

    private enum Missing
    {
        Nothing,
        Rationale,
        Deviation,
    }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired] public CaseFile.Answer File { get; set; } = default!;

    [Parameter, EditorRequired] public IReadOnlyList<RuleChoice> Rules { get; set; } = [];

    [Parameter] public string? Rulebook { get; set; }

    [Parameter] public int Top { get; set; } = 3;

    /// <summary>The content changed; nothing is sent before the person says they saw it.</summary>
    [Parameter] public bool MustConfirm { get; set; }

    [Parameter] public EventCallback OnConfirmed { get; set; }

    [Parameter] public EventCallback<PreviewDecision.Answer?> OnPreview { get; set; }

    /// <summary>Judged or handed on: on to the next.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>Judged, to be looked at once more.</summary>
    [Parameter] public EventCallback OnStay { get; set; }

    [Parameter] public EventCallback OnReleased { get; set; }

    [Parameter] public EventCallback OnLost { get; set; }

    [Parameter] public EventCallback OnRevisionChanged { get; set; }

    /// <summary>A key did nothing; keys listen again.</summary>
    [Parameter] public EventCallback OnIdle { get; set; }

    [Parameter, EditorRequired] public CaseDraft Draft { get; set; } = default!;

    [Parameter, EditorRequired] public HeldClaim Claim { get; set; } = default!;

    private CaseChoice? Asked => Draft.Choice(File.Item?.Revision);

    private IReadOnlyList<OutcomeKind> Offered => File.Item is null ? OnAccount : OnContent;

    private IReadOnlyList<OutcomeKind> More => File.Item is null ? MoreOnAccount : MoreOnContent;

    private PreviewState State =>
        previewed != Asked ? PreviewState.Computing
        : refused is not null ? PreviewState.Refused
        : preview is { NeedsSecondPerson: true } ? PreviewState.NeedsSecond
        : PreviewState.Ready;

    // Who may agree is who may see it: of a restricted guideline only another specialist.
    private string SecondPerson => T[Draft.Rule is { Restricted: true } ? "Case.SecondSpecialist" : "Case.SecondPerson"];

    private bool NeedsReason => previewed == Asked && preview is not null ? preview.Deviates || Draft.Differs && !SaysOnlyTheRule : Draft.Differs;

    // Details may be just what the rule says anyway; the preview knows.
    private bool SaysOnlyTheRule => Draft.Pressed.SetEquals(Draft.Defaults);

    private bool CanSubmit => !busy && !MustConfirm && Asked is not null && State is PreviewState.Ready or PreviewState.NeedsSecond;

    public void Dispose() => turn++;

    protected override async Task OnInitializedAsync()
    {
        if (await Me() is not Actor.Staff(var me))
            return;

        await Recall(Kept.Name(me, File.Id.Value));
    }

    // What was chosen before the claim was lost, or before the content changed, is previewed again.
    // The page draws itself for other reasons too, and that must not begin it anew.
    protected override Task OnParametersSetAsync() => underway == Asked ? Task.CompletedTask : Preview();

    private async Task Preview()
    {
        (refusal, missing) = (null, Missing.Nothing);
        if (Asked is not { } asked || asked == underway)
            return;

        (underway, var mine) = (asked, ++turn);
        StateHasChanged();
        await Task.Delay(Debounce, Clock);
        if (mine != turn)
            return;

        var answer = await Run(new PreviewDecision(File.Id, asked.Guideline, asked.Finding, Draft.Outcomes));
        if (mine != turn)
            return;

        if (answer.IsOk(out preview, out refused))
            consequences = T.Consequences(preview);
        previewed = asked;
        await OnPreview.InvokeAsync(preview);
    }
}
