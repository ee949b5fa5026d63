using Microsoft.JSInterop;
using Moderation.Pipeline;

namespace Moderation.Web.Components;

/// <summary>
/// What somebody is writing stays in their tab, so that a reload or a restart of the server loses nothing. It is written there
/// by connection.js, which also hears what is typed while no server does; what is chosen, by the page.
/// </summary>
internal static class Kept
{
    private const string Choice = ":choice";
    private const string Deviation = ":deviation";

    // Several people may use one tab after each other; a text is only its writer's.
    public static string Name(StaffId writer, Guid about) => $"kept:{writer.Value}:{about}";

    /// <summary>Where the rule and the outcomes that go with a text are kept.</summary>
    public static string ChoiceOf(string name) => name + Choice;

    /// <summary>Where the reason for other outcomes is kept.</summary>
    public static string DeviationOf(string name) => name + Deviation;

    public static ValueTask<string?> Read(IJSRuntime js, string name) => js.InvokeAsync<string?>("sessionStorage.getItem", name);

    public static ValueTask Write(IJSRuntime js, string name, string value) => js.InvokeVoidAsync("sessionStorage.setItem", name, value);

    public static ValueTask Forget(IJSRuntime js, string name) => js.InvokeVoidAsync("sessionStorage.removeItem", name);

    /// <summary>All that was kept of a case.</summary>
    public static async Task ForgetCase(IJSRuntime js, StaffId writer, Guid @case)
    {
        var name = Name(writer, @case);
        foreach (var one in new[] { name, ChoiceOf(name), DeviationOf(name) })
            await Forget(js, one);
    }
}
