using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

/// <summary>What was judged last and can still be undone, over whatever page is shown; and what of it did not take effect.</summary>
public sealed partial class UndoToast
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly HashSet<CaseId> undone = [];
    private MyJudgements.Answer? mine;
    private ITimer? timer;
    private Error? refusal;
    private bool busy;
    private bool open;
    private bool gone;

    [Inject] private Judging Judging { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    private MyJudgements.Pending? Latest => mine is { Pending: [var latest, ..] } ? latest : null;

    public void Dispose()
    {
        gone = true;
        Judging.Submitted -= OnSubmitted;
        Judging.Asked -= OnAsked;
        timer?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Judging.Submitted += OnSubmitted;
        Judging.Asked += OnAsked;
        await Look();
    }

    private Task OnSubmitted() => InvokeAsync(Look);

    private Task OnAsked(CaseId? @case) => InvokeAsync(() => (@case ?? Latest?.Case) is { } asked ? Undo(asked) : Task.CompletedTask);

    private async Task Look()
    {
        if (gone || await Me() is not Actor.Staff(var me) || !(await Run(new MyJudgements())).IsOk(out var now, out _))
            return;

        var before = mine?.Pending ?? [];
        mine = now;
        open &= now.Pending.Count > 1;
        StateHasChanged();
        foreach (var over in before.Select(x => x.Case).Where(x => now.Pending.All(y => y.Case != x) && !undone.Contains(x)))
        {
            // What did not take effect may be wanted again.
            if (now.Lapsed.All(x => x.Case != over))
                await Kept.ForgetCase(Js, me, over.Value);
            await Judging.Conclude(over);
        }

        Wind();
    }

    private void Wind()
    {
        timer?.Dispose();
        timer = gone || mine is not { Pending.Count: > 0 } ? null : Clock.CreateTimer(_ => _ = InvokeAsync(Count), null, Tick, Timeout.InfiniteTimeSpan);
    }

    private async Task Count()
    {
        if (mine?.Pending.Any(x => Seconds(x) is 0) is true)
        {
            await Look();
            return;
        }

        StateHasChanged();
        Wind();
    }

    private async Task Undo(CaseId @case)
    {
        if (busy || mine?.Pending.Any(x => x.Case == @case) is not true)
            return;

        busy = true;
        (await Run(new UndoJudgement(@case))).IsOk(out _, out refusal);
        busy = false;
        if (refusal is null)
        {
            undone.Add(@case);
            await Judging.Undo(@case);
            Navigation.NavigateTo(CasePage.Address(@case));
        }

        await Look();
    }

    private async Task Dismiss(LapseId lapse)
    {
        await Run(new DismissLapse(lapse));
        await Look();
    }

    private int Seconds(MyJudgements.Pending pending) => Math.Max(0, (int)Math.Ceiling((pending.DueAt - Clock.GetUtcNow()).TotalSeconds));

    private string Left(MyJudgements.Pending pending) => Seconds(pending) is > 0 and var seconds ? T["Undo.Left", seconds] : T["Undo.Now"];

    private string Done(MyJudgements.Pending pending) => T[
        "Undo.Done", CaseWords.At(pending.Handle),
        pending.Outcomes.Count > 0 ? string.Join(", ", pending.Outcomes.Select(x => T[$"Outcome.{x}"].Value)) : T["Undo.NothingDone"].Value];

    private string Because(MyJudgements.Lapse lapse) => T[$"Lapse.{lapse.Code}"] is { ResourceNotFound: false } known ? known : lapse.Words;

    private string Words(Error error) => T[$"Lapse.{error.Code}"] is { ResourceNotFound: false } known ? known : error.Words;
}
