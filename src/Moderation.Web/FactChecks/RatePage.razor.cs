using Microsoft.AspNetCore.Components;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.FactChecks;

/// <summary>A post that nobody checked, or a check whose word nobody could read: what it says, who doubts it, and the rating.</summary>
public sealed partial class RatePage
{
    private StaffKeys? keys;
    private ElementReference title;
    private ClaimContent? content;
    private RatingDesk? desk;
    private ItemToCheck.Answer? item;
    private ClaimFile.Answer? check;
    private Error? refusal;
    private (string?, Guid?)? loaded;
    private bool isNew;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The id of a post.</summary>
    [SupplyParameterFromQuery] private string? Item { get; set; }

    /// <summary>Or that of a check.</summary>
    [SupplyParameterFromQuery] private Guid? Check { get; set; }

    private Crumb[] Crumbs => [new(T["Place.Claims"], Places.Claims), new(T["Rate.Title"])];

    private string? Shown => item?.Content.Value ?? check?.Id.Value.ToString();

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == (Item, Check))
            return;

        loaded = (Item, Check);
        (item, check, refusal) = (null, null, null);
        await Load();
        isNew = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isNew && Shown is not null)
        {
            isNew = false;
            await title.FocusAsync();
        }
    }

    private async Task Load()
    {
        var asked = loaded;
        if (Check is { } id)
        {
            var answer = await Run(new ClaimFile(new FactCheckId(id)));
            if (asked == loaded)
                answer.IsOk(out check, out refusal);
        }
        else
        {
            var answer = await Run(new ItemToCheck(new(Item ?? "")));
            if (asked == loaded)
                answer.IsOk(out item, out refusal);
        }
    }

    private void Rated(FactCheckId made) => Navigation.NavigateTo($"{Places.Claims}?done=rated&check={made.Value}");

    private void Aside() => Navigation.NavigateTo($"{Places.Claims}?done=aside");

    private Task Arm() => keys?.Arm() ?? Task.CompletedTask;

    // A key acts on what it was pressed on, and on nothing else.
    private Task Press(StaffKey key) => Shown is null || key.Case != Shown ? Arm() : PageKey.Press(Keys(), key.Key) ?? Arm();

    private IReadOnlyList<PageKey> Keys() => Shown is null ? [] : [.. desk?.Keys ?? [], .. content?.Keys ?? []];
}
