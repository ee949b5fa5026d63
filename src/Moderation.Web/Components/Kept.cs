using Microsoft.JSInterop;
using Moderation.Pipeline;

namespace Moderation.Web.Components;

/// <summary>
/// What somebody is writing stays in their tab, so that a reload or a restart of the server loses nothing. It is written there
/// by connection.js, which also hears what is typed while no server does.
/// </summary>
internal static class Kept
{
    // Several people may use one tab after each other; a text is only its writer's.
    public static string Name(StaffId writer, Guid about) => $"kept:{writer.Value}:{about}";

    public static ValueTask<string?> Read(IJSRuntime js, string name) => js.InvokeAsync<string?>("sessionStorage.getItem", name);

    public static ValueTask Forget(IJSRuntime js, string name) => js.InvokeVoidAsync("sessionStorage.removeItem", name);
}
