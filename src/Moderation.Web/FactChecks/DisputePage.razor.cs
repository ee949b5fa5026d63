using Microsoft.AspNetCore.Components;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.FactChecks;

/// <summary>One dispute: the item, what was checked and what its author says, then the answer.</summary>
public sealed partial class DisputePage
{
    private StaffKeys? keys;
    private ElementReference title;
    private DisputeContent? content;
    private DisputeDesk? desk;
    private DisputeFile.Answer? file;
    private Error? refusal;
    private bool isNew;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    private Crumb[] Crumbs => [new(T["Disputes.Title"], Places.Disputes), new(new DisputeId(Id).Code)];

    public static string Address(DisputeId id) => $"{Places.Disputes}/{id.Value}";

    protected override async Task OnParametersSetAsync()
    {
        if (file?.Id.Value == Id)
            return;

        file = null;
        await Show();
        isNew = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isNew && file is not null)
        {
            isNew = false;
            await title.FocusAsync();
        }
    }

    private async Task Show()
    {
        var asked = Id;
        var answer = await Run(new DisputeFile(new(Id)));
        if (asked == Id)
            answer.IsOk(out file, out refusal);
    }

    private async Task Next()
    {
        if ((await Run(new DisputeQueue(2))).IsOk(out var queue, out refusal))
            Navigation.NavigateTo(queue.Rows.FirstOrDefault(x => x.Id.Value != Id) is { } next ? Address(next.Id) : $"{Places.Disputes}?clear=1");
    }

    private Task Arm() => keys?.Arm() ?? Task.CompletedTask;

    // A key acts on the dispute it was pressed on, and on no other.
    private Task Press(StaffKey key) => file is null || key.Case != file.Id.Value.ToString() ? Arm() : PageKey.Press(Keys(), key.Key) ?? Arm();

    private IReadOnlyList<PageKey> Keys() => file is null ? [] :
    [
        .. file is { ClosedAt: null, MayNot: null } ? desk?.Keys ?? [] : [],
        new("N", KeyGroup.Decide, T["Disputes.OpenNext"], Next),
        .. content?.Keys ?? [],
    ];
}
