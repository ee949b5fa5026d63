using Microsoft.AspNetCore.Components;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

/// <summary>What is one's own: to go on with, to take, to wait for, and to look back at.</summary>
public sealed partial class MyCasesPage
{
    private StaffKeys? keys;
    private MyCases.Answer? shown;
    private IReadOnlyList<(string Name, int First, IReadOnlyList<MyCases.Row> Rows)> parts = [];
    private IReadOnlyList<MyCases.Row> rows = [];
    private IReadOnlyList<(AbsenceId, DateTimeOffset, DateTimeOffset)> absences = [];
    private Error? refusal;
    private int chosen = -1;
    private bool busy;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        await Load();
        await LoadAbsences();
    }

    private async Task Load()
    {
        if (!(await Run(new MyCases())).IsOk(out var answer, out refusal))
            return;

        (string, IReadOnlyList<MyCases.Row>)[] all =
        [
            (nameof(answer.Claimed), answer.Claimed), (nameof(answer.Kept), answer.Kept), (nameof(answer.Escalated), answer.Escalated),
            (nameof(answer.Snoozed), answer.Snoozed), (nameof(answer.Decided), answer.Decided),
        ];
        var first = 0;
        parts = [.. all.Select(x => (x.Item1, (first += x.Item2.Count) - x.Item2.Count, x.Item2))];
        rows = [.. all.SelectMany(x => x.Item2)];
        (chosen, shown) = (-1, answer);
    }

    private async Task LoadAbsences()
    {
        if ((await Run(new MyAbsences())).IsOk(out var planned, out _))
            absences = [.. planned.Select(x => (x.Id, x.From, x.Until))];
    }

    private Task Claim(CaseId id) => Send(me => new ClaimCase(me, id), claimed => Open(claimed.CaseId));

    private Task ClaimNext() => Send(me => new ClaimNextCase(me), claimed => Open(claimed.CaseId));

    private Task Wake(CaseId id) => Send(me => new WakeCase(me, id), _ => Load());

    private Task Open(CaseId id)
    {
        Navigation.NavigateTo(CasePage.Address(id));
        return Task.CompletedTask;
    }

    private async Task Send<T>(Func<StaffId, IUseCase<T>> command, Func<T, Task> then)
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        var done = (await Run(command(me))).IsOk(out var answer, out refusal);
        busy = false;
        if (done)
            await then(answer!);
        else if (keys is not null)
            await keys.Arm();
    }

    private Task Press(StaffKey key) => PageKey.Press(Keys(), key.Key) ?? keys?.Arm() ?? Task.CompletedTask;

    private IReadOnlyList<PageKey> Keys() =>
    [
        new("N", KeyGroup.Decide, T["KeyAct.ClaimNext"], ClaimNext),
        .. rows.Count > 0 ? PageKey.Rows(T) : [],
    ];
}
