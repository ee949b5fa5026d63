using Microsoft.JSInterop;

namespace Moderation.Web.Review;

/// <summary>How much a person wants to see: their browser keeps it. Blurred until they said otherwise.</summary>
internal static class Exposure
{
    private const string Clear = "exposure.clear";
    private const string Colourless = "exposure.grey";
    private const string Yes = "1";

    public static async ValueTask<bool> IsBlurred(IJSRuntime js) => await js.InvokeAsync<string?>("localStorage.getItem", Clear) is not Yes;

    public static async ValueTask<bool> IsGrey(IJSRuntime js) => await js.InvokeAsync<string?>("localStorage.getItem", Colourless) is Yes;

    public static ValueTask Blur(IJSRuntime js, bool on) => js.InvokeVoidAsync("localStorage.setItem", Clear, on ? "" : Yes);

    public static ValueTask Grey(IJSRuntime js, bool on) => js.InvokeVoidAsync("localStorage.setItem", Colourless, on ? Yes : "");
}
