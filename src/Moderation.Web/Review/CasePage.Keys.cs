using Microsoft.AspNetCore.Components;
using Moderation.Transparency;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

// What happens to a case that is shown: keys, and the ways a claim or a revision is lost.
public sealed partial class CasePage
{
    private Task Arm() => keys?.Arm() ?? Task.CompletedTask;

    // A key acts on the case whose number it was pressed on, and on no other.
    private async Task Press(StaffKey key)
    {
        if (file is null || key.Case != file.Id.Value.ToString() || key.Claim != file.ClaimNumber)
        {
            await Arm();
            return;
        }

        if (key.Key is "N" && claim is null or { IsLost: true })
            await Next();
        else if (key.Key is "[" or "]")
            await Walk(key.Key is "]" ? 1 : -1);
        else if (key.Key is "O" && file.History.OtherOpenCases > 0)
            Navigation.NavigateTo(RestPage.Address(file.Id));
        else if (content is not null && await content.Press(key.Key))
            return;
        else if (decision is not null && claim is { IsLost: false })
            await decision.Press(key.Key);
        else
            await Arm();
    }

    private async Task Walk(int step)
    {
        column = (column + step + columns.Length) % columns.Length;
        await columns[column].FocusAsync();
    }

    // The countdown came to its end: one last try, for the clock here may be ahead.
    private async Task End()
    {
        if (claim is { IsLost: false } held && (await Renew(held.Number)).IsRefused)
            await Lose();
    }

    // The draft stays; what stands beside it is read anew.
    private async Task Lose()
    {
        claim?.Lose();
        if ((await Run(new CaseFile(new(Id)))).IsOk(out var now, out _))
            file = now;
    }

    private async Task Reload()
    {
        var before = file?.Item;
        if ((await Run(new CaseFile(new(Id)))).IsOk(out var now, out refusal))
            (file, changedFrom) = (now, before);
        await Arm();
    }

    private void Confirm() => changedFrom = null;
}
