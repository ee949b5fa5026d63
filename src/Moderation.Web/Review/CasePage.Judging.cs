using Microsoft.AspNetCore.Components;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Web.Review;

// What happens after a judgement that can still be undone.
public sealed partial class CasePage
{
    private MyJudgements.Pending? judged;

    [Inject] private Judging Judging { get; set; } = default!;

    protected override void OnInitialized()
    {
        Judging.Undone += OnUndone;
        Judging.Concluded += OnConcluded;
    }

    private async Task<MyJudgements.Pending?> JudgementOf(CaseFile.Answer opened) =>
        opened is { HeldBy: not null, IsMine: false } && (await Run(new MyJudgements())).IsOk(out var mine, out _)
            ? mine.Pending.FirstOrDefault(x => x.Case == opened.Id)
            : null;

    // It stays on the screen with what was said of it, until the next is wanted.
    private async Task StayHere()
    {
        Leave();
        await Open();
    }

    // Undone elsewhere: what was claimed meanwhile goes back to the others. Undone here: it is held again, with what was chosen.
    private Task OnUndone(CaseId undone) => InvokeAsync(async () =>
    {
        if (undone.Value == Id)
        {
            await Open();
        }
        else if (file is not null && claim is { IsLost: false } held && await Me() is Actor.Staff(var me))
        {
            Leave();
            await Run(new ReleaseClaim(me, file.Id, held.Number));
        }

        StateHasChanged();
    });

    private Task OnConcluded(CaseId concluded) => InvokeAsync(async () =>
    {
        if (concluded.Value != Id || judged is null)
            return;

        await Open();
        StateHasChanged();
    });
}
