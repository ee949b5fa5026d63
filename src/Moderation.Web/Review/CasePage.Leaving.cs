using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Review;

// A page that is closed keeps nothing for long: another tab, a reload or a way back within seconds finds the claim still there.
public sealed partial class CasePage : IAsyncDisposable
{
    private Attention? attention;
    private PageId page;
    private bool isAsked;

    public async ValueTask DisposeAsync()
    {
        Judging.Undone -= OnUndone;
        Judging.Concluded -= OnConcluded;
        await EndSoon(Leave(), file?.Id);
    }

    private async Task EndSoon(HeldClaim? held, CaseId? from)
    {
        if (held is { IsLost: false, IsOver: false } && from is { } id && await Me() is Actor.Staff(var me))
            await Run(new LeaveCase(me, id, held.Number, page));
    }

    private async Task Look(bool isSeen)
    {
        if (claim is { IsLost: false, IsOver: false } held)
            await OnPage(() => held.Look(isSeen));
        isAsked &= !isSeen;
    }

    // Its last minute came, so it was not renewed: nobody looked for a while. Who comes back keeps it.
    private async Task AskWhetherThere()
    {
        isAsked = true;
        if (attention is not null)
            await attention.Ask(T["Claim.AskTitle"]);
    }

    private async Task StillThere()
    {
        isAsked = false;
        await Look(isSeen: true);
    }

    private HeldClaim? Leave()
    {
        var held = claim;
        held?.Dispose();
        claim = null;
        return held;
    }
}
