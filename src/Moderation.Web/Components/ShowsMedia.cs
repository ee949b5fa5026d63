using Microsoft.AspNetCore.Components;
using Moderation.People;

namespace Moderation.Web.Components;

/// <summary>Shows media as whoever looks has chosen: blurred until they said otherwise. What they choose here they find again everywhere.</summary>
public abstract class ShowsMedia : Page
{
    [CascadingParameter] private MyPreferences.Answer? Mine { get; set; }

    [CascadingParameter] private StaffLayout? Layout { get; set; }

    protected bool Blurred { get; private set; } = true;

    protected bool Grey { get; private set; }

    protected Task Blur(bool on) => See(on, Grey);

    protected Task Drain(bool on) => See(Blurred, on);

    protected override void OnInitialized() => (Blurred, Grey) = (Mine?.Blurred ?? true, Mine?.Grey ?? false);

    private async Task See(bool blurred, bool grey)
    {
        (Blurred, Grey) = (blurred, grey);
        // At once on this page; that it is also kept need not be waited for.
        StateHasChanged();
        if (await Run(new ChooseExposure(blurred, grey)) is { IsRefused: false })
            Layout?.Choose((Mine ?? MyPreferences.Answer.AsTheyCame) with { Blurred = blurred, Grey = grey });
    }
}
