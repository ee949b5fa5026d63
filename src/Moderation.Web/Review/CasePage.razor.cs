using Microsoft.AspNetCore.Components;
using Moderation.Eligibility;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>One case: the thing itself, what others said of it, and what to do about it.</summary>
public sealed partial class CasePage
{
    private readonly ElementReference[] columns = new ElementReference[3];
    private StaffKeys? keys;
    private CaseBar? bar;
    private CaseContent? content;
    private CaseDecision? decision;
    private CaseFile.Answer? file;
    private CaseFile.Item? changedFrom;
    private DecisionFile.Answer? decided;
    private PreviewDecision.Answer? preview;
    private RulebookView.Book? book;
    private IReadOnlyList<RuleChoice> choices = [];
    private CaseDraft? draft;
    private HeldClaim? claim;
    private Error? refusal;
    private Error? claimRefusal;
    private IReadOnlyList<string> written = [];
    private bool busy;
    private bool isNew;
    private int column;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private Connection Connection { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    private Crumb[] Crumbs => [new(T["Queue.Title"], Places.Queue), new(new CaseId(Id).Code)];

    private string? Rulebook => book is null
        ? null
        : T["Case.Rulebook", book.Version].Value;

    public static string Address(CaseId id) => $"{Places.Queue}/cases/{id.Value}";

    protected override async Task OnParametersSetAsync()
    {
        if (file?.Id.Value == Id)
            return;

        var (held, from) = (Leave(), file?.Id);
        (file, draft, changedFrom, decided, judged, preview, claimRefusal) = (null, null, null, null, null, null, null);
        written = [];
        await EndSoon(held, from);
        (page, isAsked) = (PageId.New(Clock.GetUtcNow()), false);
        await Open();
        isNew = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isNew && bar is not null)
        {
            isNew = false;
            await bar.FocusTitle();
        }
    }

    private async Task Open()
    {
        var asked = Id;
        var answer = await Run(new CaseFile(new(Id)));
        if (asked != Id || !answer.IsOk(out var opened, out refusal))
            return;

        if (opened.Stage is CaseStage.Waiting && book is null)
            (await Run(new RulebookView())).IsOk(out book, out _);
        judged = await JudgementOf(opened);
        if (opened.Decision is { } made)
            (await Run(new DecisionFile(made))).IsOk(out decided, out _);

        await Show(opened);
    }

    private async Task Show(CaseFile.Answer opened)
    {
        var ranked = T.Rules(book?.Guidelines ?? [], opened);
        choices = [.. ranked.Select(x => x.Choice)];
        draft ??= new CaseDraft([.. ranked.Select(x => x.Rule)], opened.Subject.Kind);
        file = opened;
        if (opened is not { IsMine: true, ClaimNumber: { } number, LeaseUntil: { } until } || claim is { IsLost: false } && claim.Number == number)
            return;

        Leave();
        // Seen here before it is renewed: a page of theirs that closes late, as on a reload, then ends nothing.
        await Run(new BeHere(page, opened.Id));
        if (file != opened)
            return;

        claim = new(number, until, Clock, Connection, Renew, OnPage);
        await claim.Keep();
    }

    private async Task<Result<DateTimeOffset>> Renew(long number) => await Me() is Actor.Staff(var me)
        ? (await Run(new RenewClaim(me, new(Id), number))).Match<Result<DateTimeOffset>>(x => x.LeaseUntil, no => no)
        : PipelineErrors.NotAllowed;

    private Task OnPage(Func<Task> work) => InvokeAsync(async () =>
    {
        await work();
        if (claim is { IsLost: true })
            await Lose();
        StateHasChanged();
    });

    private async Task ClaimThis()
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        (await Run(new ClaimCase(me, new(Id)))).IsOk(out _, out claimRefusal);
        busy = false;
        await Open();
    }

    private async Task Next()
    {
        if (busy || await Me() is not Actor.Staff(var me))
            return;

        busy = true;
        var answer = await Run(new ClaimNextCase(me));
        busy = false;
        if (answer.IsOk(out var claimed, out claimRefusal) && claimed.CaseId.Value == Id)
            await Open();
        else if (claimed is not null)
            Navigation.NavigateTo(Address(claimed.CaseId));
        else
            Navigation.NavigateTo(claimRefusal == ReviewErrors.NothingWaits ? $"{Places.Queue}?clear=1" : Places.Queue);
    }

    private void ToQueue() => Navigation.NavigateTo(Places.Queue);
}
