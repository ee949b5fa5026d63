using System.Globalization;
using Microsoft.AspNetCore.Components;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>What else waits about an account, judged alike or closed, once.</summary>
public sealed partial class RestPage
{
    private readonly HashSet<CaseId> ticked = [];
    private StaffKeys? keys;
    private RestOfAccount.Answer? rest;
    private RulebookView.Book? book;
    private IReadOnlyList<RuleChoice> choices = [];
    private CaseDraft? draft;
    private PreviewBatch.Answer? seen;
    private RunProgress.Answer? run;
    private Error? refusal;
    private string why = "", deviation = "";
    private bool busy;
    private int turn;
    private ITimer? timer;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    private List<RestOfAccount.Row> Chosen => [.. (rest?.Cases ?? []).Where(x => x.Left is null && ticked.Contains(x.Id))];

    private bool CanPreview => draft is { Rule: not null, Finding: not null } && Chosen.Count > 0;

    private bool MaySubmit => !busy && seen is { Count: > 0 } && !string.IsNullOrWhiteSpace(why) && (!seen.Deviates || !string.IsNullOrWhiteSpace(deviation));

    public static string Address(CaseId from) => $"{CasePage.Address(from)}/rest";

    public void Dispose() => timer?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (rest is null)
            await Read();
    }

    protected override void OnAfterRender(bool firstRender) => timer ??= firstRender
        ? Clock.CreateTimer(_ => _ = InvokeAsync(Follow), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)) : null;

    private async Task Read()
    {
        if (!(await Run(new RestOfAccount(new(Id)))).IsOk(out rest, out refusal))
            return;
        if (book is null && !(await Run(new RulebookView())).IsOk(out book, out refusal))
            return;

        ticked.Clear();
        ticked.UnionWith(rest.Cases.Where(x => x.Left is null).Select(x => x.Id));
        var named = rest.Cases.SelectMany(x => x.Guidelines).CountBy(x => x.Split('.')[0]).ToDictionary();
        RulebookView.Rule[] rules = [.. book!.Guidelines.OrderByDescending(x => named.GetValueOrDefault(x.Code))];
        choices = [.. rules.Select(x => new RuleChoice(
            x.Code, x.Title, CaseWords.KeyOf(x), named.TryGetValue(x.Code, out var count) ? T.Count("Rest.Named", count) : null, x.Text, T[$"Case.Set.{x.Set}"]))];
        draft = new(rules, rest.Cases.All(x => x.Subject.Kind is SubjectKind.Account) ? SubjectKind.Account : SubjectKind.Content);
        // Opened anew while it goes on, it goes on here.
        if (rest.Underway is { } underway && (await Run(new RunProgress(underway))).IsOk(out var going, out _))
            run = going;
    }

    private Task Tick(CaseId id, bool on) => Change(() => _ = on ? ticked.Add(id) : ticked.Remove(id));

    private Task CloseAll() => Change(() => draft!.Find(FindingChoice.NoBreach));

    // What is shown belongs to what is chosen, or is not shown.
    private async Task Change(Action chosen)
    {
        chosen();
        (seen, refusal) = (null, null);
        var mine = ++turn;
        if (!CanPreview || draft!.Choice(null) is not { } choice)
            return;

        var answer = await Run(new PreviewBatch([.. Chosen.Select(x => x.Subject)], choice.Guideline, choice.Finding, draft.Outcomes));
        if (mine == turn)
            answer.IsOk(out seen, out refusal);
    }

    private IReadOnlyList<PageKey> Keys() => draft is null || rest is not { Cases.Count: > 0 } || run is not null
        ? []
        : [.. JudgingKeys.Of(T, draft, choices, Change), new("Ctrl+Enter", KeyGroup.Decide, T["Rest.SubmitKey"], SubmitByKey)];

    private Task Press(StaffKey key) => PageKey.Press(Keys(), key.Key) ?? keys?.Arm() ?? Task.CompletedTask;

    // Keys went deaf with it.
    private async Task SubmitByKey()
    {
        await Submit();
        await (keys?.Arm() ?? Task.CompletedTask);
    }

    private async Task Submit()
    {
        if (!MaySubmit || draft!.Choice(null) is not { } choice)
            return;

        busy = true;
        (await Run(new DecideRest(
            new(Id), [.. Chosen.Select(x => x.Id)], choice.Guideline, choice.Finding, draft.Outcomes, why.Trim(), deviation.Trim() is { Length: > 0 } said ? said : null)))
            .IsOk(out run, out refusal);
        busy = false;
    }

    private async Task Follow()
    {
        if (run is not { State: RunState.Running or RunState.Proposed })
            return;

        if ((await Run(new RunProgress(run.Id))).IsOk(out var now, out _))
            run = now;
        StateHasChanged();
    }

    private void Changed(RunProgress.Answer now) => run = now;

    private async Task Again()
    {
        (run, seen, rest) = (null, null, null);
        await Read();
    }

    private string Would(PreviewBatch.Answer would) => would.ByOutcome.Count == 0 && would.Struck == 0
        ? T.Count("Rest.WouldClose", would.Count)
        : string.Join(", ", would.ByOutcome.OrderBy(x => x.Key).Select(x => $"{x.Value.ToString("N0", CultureInfo.CurrentCulture)} × {T[$"Outcome.{x.Key}"].Value.ToLower(CultureInfo.CurrentCulture)}")
            .Concat(would.Struck > 0 ? [T["Rest.OneStrike"].Value] : []));
}
