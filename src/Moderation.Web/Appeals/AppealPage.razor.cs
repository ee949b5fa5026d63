using Microsoft.AspNetCore.Components;
using Moderation.Appeals;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Review;

namespace Moderation.Web.Appeals;

/// <summary>One appeal: a fresh look first, the first reasoning only after a finding of one's own.</summary>
public sealed partial class AppealPage
{
    private StaffKeys? keys;
    private ElementReference title;
    private AppealContent? content;
    private AppealDesk? desk;
    private AppealFile.Answer? file;
    private AppealDraft draft = new();
    private HeldClaim? claim;
    private Error? refusal;
    private Error? claimRefusal;
    private bool busy;
    private bool isNew;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private Connection Connection { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    private Crumb[] Crumbs => [new(T["AppealCase.QueueTitle"], Places.Appeals), new(new AppealId(Id).Code)];

    public static string Address(AppealId id) => $"{Places.Appeals}/{id.Value}";

    public void Dispose() => claim?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (file?.Id.Value == Id)
            return;

        Leave();
        (file, draft, claimRefusal) = (null, new(), null);
        await Open();
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

    private async Task Open()
    {
        var asked = Id;
        var answer = await Run(new AppealFile(new(Id)));
        if (asked != Id || !answer.IsOk(out var opened, out refusal))
            return;

        file = opened;
        if (opened is not { IsMine: true, ClaimNumber: { } number, LeaseUntil: { } until } || claim is { IsLost: false } && claim.Number == number)
            return;

        Leave();
        claim = new(number, until, Clock, Connection, Renew, OnPage);
        await claim.Keep();
    }

    private async Task<Result<DateTimeOffset>> Renew(long number) => await Me() is Actor.Staff(var me)
        ? (await Run(new RenewAppealClaim(me, new(Id), number))).Match<Result<DateTimeOffset>>(x => x.LeaseUntil, no => no)
        : PipelineErrors.NotAllowed;

    private Task OnPage(Func<Task> work) => InvokeAsync(async () =>
    {
        await work();
        if (claim is { IsLost: true })
            await Lose();
        StateHasChanged();
    });

    private void Leave()
    {
        claim?.Dispose();
        claim = null;
    }

    private async Task ClaimThis()
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        (await Run(new ClaimAppeal(me, new AppealId(Id)))).IsOk(out _, out claimRefusal);
        busy = false;
        await Open();
    }

    private async Task Next()
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        var answer = await Run(new ClaimAppeal(me));
        busy = false;
        if (answer.IsOk(out var claimed, out claimRefusal) && claimed.AppealId.Value == Id)
            await Open();
        else
            Navigation.NavigateTo(claimed is not null ? Address(claimed.AppealId) : claimRefusal == ReviewErrors.NothingWaits ? $"{Places.Appeals}?clear=1" : Places.Appeals);
    }

    private async Task End()
    {
        if (claim is { IsLost: false } held && (await Renew(held.Number)).IsRefused)
            await Lose();
    }

    // The draft stays; what stands beside it is read anew.
    private async Task Lose()
    {
        claim?.Lose();
        if ((await Run(new AppealFile(new(Id)))).IsOk(out var now, out _))
            file = now;
    }

    private Task Arm() => keys?.Arm() ?? Task.CompletedTask;

    // A key acts on the appeal whose number it was pressed on, and on no other.
    private Task Press(StaffKey key) =>
        file is null || key.Case != file.Id.Value.ToString() || key.Claim != file.ClaimNumber
            ? Arm()
            : PageKey.Press(Keys(), key.Key) ?? Arm();

    private IReadOnlyList<PageKey> Keys() =>
    [
        .. claim is { IsLost: false } ? desk?.Keys ?? [] : [new PageKey("N", KeyGroup.Decide, T["KeyAct.ClaimNext"], Next)],
        .. content?.Keys ?? [],
    ];
}
