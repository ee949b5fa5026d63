using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

// What happens on the page: keys, actions, and what comes in while it stands open.
public sealed partial class ReviewQueuePage
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private ITimer? timer;
    private int fresh;
    private bool isRefreshing;

    private IReadOnlyList<PaletteAction> Actions =>
    [
        new(T["Queue.ClaimNextButton"], "N", ClaimNext), new(T["Queue.Filter"], "F", () => Do(ToggleFilter)), new(T["Queue.SaveView"], null, () => Do(ToggleViews)),
    ];

    public void Dispose() => timer?.Dispose();

    private void Watch() => timer ??= Clock.CreateTimer(_ => InvokeAsync(async () =>
    {
        if (isRefreshing)
            return;

        isRefreshing = true;
        await Refresh();
        isRefreshing = false;
        StateHasChanged();
    }), null, Every, Every);

    // Nothing moves under the hand: rows say what became of them where they stand, and new ones wait to be shown.
    private async Task Refresh()
    {
        if ((await Run(new QueueTabs())).IsOk(out var counted, out _))
            tabs = counted;
        if ((await Run(new ReviewQueue(null, PageSize, Counted: false))).IsOk(out var all, out _))
            next = FirstFree(all);
        if (shown is null || place is not null
            || !(filter == QueueFilter.All && all is not null ? (Result<ReviewQueue.Answer>)all : await Run(new ReviewQueue(filter, PageSize, Counted: false))).IsOk(out var now, out _))
            return;

        var rows = now.Rows.ToDictionary(x => x.Id);
        fresh = now.Rows.Count(x => !shown.Rows.Any(y => y.Id == x.Id));
        shown = shown with { Rows = [.. shown.Rows.Select(x => rows.GetValueOrDefault(x.Id) ?? x)] };
    }

    private async Task ShowFresh()
    {
        (place, first) = (null, 1);
        before.Clear();
        await Load();
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
        new("F", KeyGroup.List, T["Queue.Filter"], () => Do(ToggleFilter)),
        .. shown is { Rows.Count: > 0 } ? PageKey.Rows(T) : [],
    ];

    private void ToggleFilter() => (isFiltering, isKeeping) = (!isFiltering, false);

    private void ToggleViews() => (isKeeping, isFiltering) = (!isKeeping, false);

    private Task Do(Action act)
    {
        act();
        StateHasChanged();
        return Task.CompletedTask;
    }
}
