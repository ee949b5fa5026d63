using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Web.Dashboard;

/// <summary>What comes, waits, is late and is decided, drawn anew every ten seconds.</summary>
public sealed partial class DashboardPage
{
    private readonly ElementReference[] buttons = new ElementReference[Enum.GetValues<FigurePeriod>().Length];
    private FigureParts.Answer? parts;
    private Backlog.Answer? backlog;
    private QueueFlow.Answer? flow;
    private TimesToDecision.Answer? times;
    private DecidedShares.Answer? shares;
    private OverturnedShares.Answer? errors;
    private ExpectedBreaches.Answer? expected;
    private Error? refusal;
    private DashboardView? loaded;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Period { get; set; }

    [SupplyParameterFromQuery] private string? Queue { get; set; }

    [SupplyParameterFromQuery] private string? Guideline { get; set; }

    /// <summary>By what errors are compared.</summary>
    [SupplyParameterFromQuery] private string? By { get; set; }

    private DashboardView View => DashboardView.Of(Period, Queue, Guideline, By);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == View)
            return;

        loaded = View;
        await Refresh();
    }

    // What was shown stays until all of the new is there: nothing jumps, and no chart is of another part than its neighbour.
    private async Task Refresh()
    {
        var (period, queue, guideline) = (View.Period, View.Queue, View.Guideline);
        if (parts is null && !(await Run(new FigureParts())).IsOk(out parts, out refusal))
            return;
        if ((await Run(new Backlog(queue, guideline))).IsOk(out var newBacklog, out refusal)
            && (await Run(new QueueFlow(period, queue, guideline))).IsOk(out var newFlow, out refusal)
            && (await Run(new TimesToDecision(period, queue, guideline))).IsOk(out var newTimes, out refusal)
            && (await Run(new DecidedShares(period, queue, guideline))).IsOk(out var newShares, out refusal)
            && (await Run(new OverturnedShares(FigurePeriod.Month, queue, guideline))).IsOk(out var newErrors, out refusal)
            && (await Run(new ExpectedBreaches(queue))).IsOk(out var newExpected, out refusal)
            && (period, queue, guideline) == (View.Period, View.Queue, View.Guideline))
            (backlog, flow, times, shares, errors, expected) = (newBacklog, newFlow, newTimes, newShares, newErrors, newExpected);
    }

    private void Show(DashboardView view) => Navigation.NavigateTo(view.Address);

    private async Task OnArrow(KeyboardEventArgs key)
    {
        var step = key.Key switch { "ArrowDown" or "ArrowRight" => 1, "ArrowUp" or "ArrowLeft" => -1, _ => 0 };
        if (step is 0)
            return;

        var next = ((int)View.Period + step + buttons.Length) % buttons.Length;
        Show(View with { Period = (FigurePeriod)next });
        await buttons[next].FocusAsync();
    }

    private static string? Given(ChangeEventArgs chosen) => chosen.Value is string { Length: > 0 } code ? code : null;

    // What the address names stands in the list, known or not.
    private static IEnumerable<FigureParts.Part> Parts(IReadOnlyList<FigureParts.Part>? known, string? chosen) =>
        chosen is null || known?.Any(x => x.Code == chosen) is true ? known ?? [] : (known ?? []).Append(new(chosen, null));
}
