using System.Globalization;
using Microsoft.AspNetCore.Components;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

/// <summary>What waits, the most urgent first.</summary>
public sealed partial class ReviewQueuePage
{
    private const int PageSize = 50;

    private readonly Stack<(ReviewQueue.Place? Place, int First)> before = [];
    private StaffKeys? keys;
    private QueueFilter filter = QueueFilter.All;
    private QueueFilter? loaded;
    private QueueTabs.Answer? tabs;
    private IReadOnlyList<SavedViews.View> views = [];
    private IReadOnlyList<(string Code, string Title)> guidelines = [];
    private ReviewQueue.Answer? shown;
    private ReviewQueue.Row? next;
    private ReviewQueue.Place? place;
    private Error? refusal;
    private int count, first = 1;
    private bool orMore, busy, isFiltering, isKeeping;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>Set by the case page when nothing waits any more.</summary>
    [SupplyParameterFromQuery] private string? Clear { get; set; }

    private int Others => filter == QueueFilter.All ? 0 : tabs?.All ?? 0;

    private string Empty => filter == QueueFilter.All ? T["Queue.Empty.All"] : filter.State is WaitingState.Mine ? T["Queue.Empty.Mine"] : T["Queue.Empty.Part"];

    private string Range => T["Queue.Range", Number(shown!.Rows.Count == 0 ? 0 : first), Number(first + shown.Rows.Count - 1), Number(count) + (orMore ? "+" : "")];

    // What one may see, then what one holds, then one's own views; what is filtered otherwise stands before those.
    private IEnumerable<(string Text, QueueFilter Part, string? Count)> Parts
    {
        get
        {
            List<(string Text, QueueFilter Part, string? Count)> parts =
            [
                (T["Queue.Tab.All"], QueueFilter.All, tabs is null ? null : Capped(tabs.All)),
                .. (tabs?.Tabs ?? []).Select(x => (TitleOf(x), new QueueFilter(x.Queue), (string?)Capped(x.Count))),
                (T["Queue.Tab.Mine"], new(State: WaitingState.Mine), tabs is null ? null : Capped(tabs.Mine)),
                .. views.Select(x => (x.Name, x.Filter, (string?)null)),
            ];
            if (parts.TrueForAll(x => x.Part != filter))
                parts.Add((T["Queue.Filtered"], filter, null));
            return parts.Select(x => x.Part == filter && shown is not null ? x with { Count = Number(count) + (orMore ? "+" : "") } : x).DistinctBy(x => x.Part);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        filter = QueueAddress.Read(Navigation.Uri);
        if (loaded == filter)
            return;

        (loaded, place, first) = (filter, null, 1);
        before.Clear();
        await Load();
        if (refusal is null && tabs is null)
            await LoadRest();
    }

    private async Task Load()
    {
        if (!(await Run(new ReviewQueue(filter, PageSize, place, Counted: place is null))).IsOk(out var answer, out refusal))
            return;

        if (place is null)
            (count, orMore) = (answer.Count, answer.OrMore);
        (shown, fresh) = (answer, 0);
        if (place is null && filter == QueueFilter.All)
            next = FirstFree(answer);
    }

    private async Task LoadRest()
    {
        StateHasChanged();
        await Refresh();
        await LoadViews();
        if ((await Run(new RulebookView())).IsOk(out var book, out _))
            guidelines = [.. book.Guidelines.Select(x => (x.Code, x.Title)).OrderBy(x => x.Title, StringComparer.CurrentCulture)];
        Watch();
    }

    private async Task LoadViews()
    {
        if ((await Run(new SavedViews())).IsOk(out var kept, out _))
            views = kept;
    }

    private static ReviewQueue.Row? FirstFree(ReviewQueue.Answer answer) => answer.Rows.FirstOrDefault(x => x is { HeldBy: null, IsMine: false, State: "Open" or "Escalated" });

    private Task Forward()
    {
        before.Push((place, first));
        (place, first) = (shown?.Next, first + (shown?.Rows.Count ?? 0));
        return Load();
    }

    private Task Back()
    {
        (place, first) = before.Pop();
        return Load();
    }

    private void Go(QueueFilter part) => Navigation.NavigateTo(QueueAddress.Of(part));

    private string TitleOf(QueueTabs.Tab tab) => tab.Title ?? T[$"Queue.Built.{tab.Queue}"];

    private static string Capped(int count) => Number(Math.Min(count, ReviewQueue.CountCap)) + (count > ReviewQueue.CountCap ? "+" : "");

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Said(bool on) => on ? "true" : "false";
}
