using Microsoft.AspNetCore.Components;
using Moderation.Transparency;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

// What happens to a case that is shown: keys, and the ways a claim or a revision is lost.
public sealed partial class CasePage
{
    private Task Arm() => keys?.Arm() ?? Task.CompletedTask;

    // A key acts on the case whose number it was pressed on, and on no other.
    private Task Press(StaffKey key) =>
        file is null || key.Case != file.Id.Value.ToString() || key.Claim != file.ClaimNumber
            ? Arm()
            : (Holds && decision is not null ? decision.Press(key.Key) : null) ?? PageKey.Press(OwnKeys(), key.Key) ?? Arm();

    private IReadOnlyList<PageKey> Keys() => [.. Holds ? decision?.Keys ?? [] : [], .. OwnKeys()];

    private bool Holds => claim is { IsLost: false };

    private IEnumerable<PageKey> OwnKeys() =>
    [
        .. Holds ? [] : new PageKey[] { new("N", KeyGroup.Decide, T["KeyAct.ClaimNext"], Next) },
        .. content?.Keys ?? [],
        .. file?.History.OtherOpenCases > 0 ? [new PageKey("O", KeyGroup.Case, T["KeyAct.Rest"], OpenRest)] : Array.Empty<PageKey>(),
        new("[", KeyGroup.Case, T["KeyAct.ColumnBefore"], () => Walk(-1)),
        new("]", KeyGroup.Case, T["KeyAct.ColumnAfter"], () => Walk(1)),
    ];

    private Task OpenRest()
    {
        Navigation.NavigateTo(RestPage.Address(new(Id)));
        return Task.CompletedTask;
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
