using System.Globalization;
using Microsoft.AspNetCore.Components;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

/// <summary>What waits, the most urgent first.</summary>
public sealed partial class ReviewQueuePage
{
    private const int PageSize = 50;

    private readonly Dictionary<ReviewQueue.Part, int> counts = [];
    private readonly Stack<ReviewQueue.Place?> before = [];
    private StaffKeys? keys;
    private QueueGrid? grid;
    private ReviewQueue.Answer? shown;
    private ReviewQueue.Row? next;
    private ReviewQueue.Place? place;
    private ReviewQueue.Part? loaded;
    private Error? refusal;
    private bool busy;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? View { get; set; }

    /// <summary>Set by the case page when nothing waits any more.</summary>
    [SupplyParameterFromQuery] private string? Clear { get; set; }

    private ReviewQueue.Part Part => Enum.TryParse<ReviewQueue.Part>(View, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : default;

    private int First => before.Count * PageSize + 1;

    private int Others => counts.GetValueOrDefault(ReviewQueue.Part.All);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Part)
            return;

        (loaded, place) = (Part, null);
        before.Clear();
        await Load();
    }

    private async Task Load()
    {
        if (!(await Run(new ReviewQueue(Part, PageSize, place))).IsOk(out shown, out refusal))
            return;

        counts[Part] = shown.Count;
        StateHasChanged();
        foreach (var part in Enum.GetValues<ReviewQueue.Part>().Where(x => x != Part || place is not null))
        {
            // Only the first part is looked at further: who is next.
            if ((await Run(new ReviewQueue(part, part is ReviewQueue.Part.All ? PageSize : 1))).IsOk(out var other, out _))
            {
                counts[part] = other.Count;
                if (part is ReviewQueue.Part.All)
                    next = FirstFree(other);
            }
        }

        if (Part is ReviewQueue.Part.All && place is null)
            next = FirstFree(shown);
    }

    private static ReviewQueue.Row? FirstFree(ReviewQueue.Answer answer) => answer.Rows.FirstOrDefault(x => x is { HeldBy: null, IsMine: false, State: "Open" or "Escalated" });

    private Task Forward()
    {
        before.Push(place);
        place = shown?.Next;
        return Load();
    }

    private Task Back()
    {
        place = before.Pop();
        return Load();
    }

    private async Task ClaimNext()
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        if ((await Run(new ClaimNextCase(me))).IsOk(out var claimed, out refusal))
            Navigation.NavigateTo(CasePage.Address(claimed.CaseId));
        busy = false;
    }

    private Task Press(StaffKey key) => PageKey.Press(Keys(), key.Key) ?? keys?.Arm() ?? Task.CompletedTask;

    private IReadOnlyList<PageKey> Keys() =>
    [
        new("N", KeyGroup.Decide, T["KeyAct.ClaimNext"], ClaimNext),
        .. grid is null ? [] : new PageKey[]
        {
            new("J", KeyGroup.List, T["KeyAct.Down"], () => grid.Move(1)),
            new("K", KeyGroup.List, T["KeyAct.Up"], () => grid.Move(-1)),
            new("ArrowDown", KeyGroup.List, T["KeyAct.Down"], () => grid.Move(1)),
            new("ArrowUp", KeyGroup.List, T["KeyAct.Up"], () => grid.Move(-1)),
            new("Enter", KeyGroup.List, T["KeyAct.Open"], OpenChosen),
        },
    ];

    private Task OpenChosen()
    {
        if (grid?.Chosen is { } row)
            Navigation.NavigateTo(CasePage.Address(row.Id));
        return Task.CompletedTask;
    }

    private static string Address(ReviewQueue.Part part) => part is ReviewQueue.Part.All ? Places.Queue : $"{Places.Queue}?view={part}";

    private static string Capped(int count) =>
        count > ReviewQueue.CountCap
            ? ReviewQueue.CountCap.ToString("N0", CultureInfo.CurrentCulture) + "+"
            : count.ToString("N0", CultureInfo.CurrentCulture);
}
