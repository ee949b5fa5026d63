using System.Text.Json;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>Deque's checker of accessibility, run inside the page (WCAG 2.2 A and AA).</summary>
internal static class Axe
{
    private const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    public static string File { get; } = Path.Combine(Program.Root, "tests", "Moderation.EndToEnd", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What is wrong with the page as it is shown now, a line each; only what is serious or worse.</summary>
    public static async Task<string[]> Faults(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await System.IO.File.ReadAllTextAsync(File));
        var found = JsonDocument.Parse(await page.EvaluateAsync<string>($"async () => JSON.stringify((await axe.run(document, {{ runOnly: {Rules} }})).violations)")).RootElement;
        return [.. found.EnumerateArray().Where(x => x.GetProperty("impact").GetString() is "serious" or "critical").Select(Words)];
    }

    private static string Words(JsonElement fault) =>
        $"{fault.GetProperty("id").GetString()}: {string.Join(" | ", fault.GetProperty("nodes").EnumerateArray().Take(3).Select(x => x.GetProperty("target").ToString()))}";
}

/// <summary>A test in a real browser with axe-core; without one of them it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute() => Skip = !System.IO.File.Exists(Chromium.Path) ? $"No browser at {Chromium.Path}: install chromium, or set CHROMIUM_PATH."
        : !System.IO.File.Exists(Axe.File) ? $"No axe-core at {Axe.File}: npm ci --prefix tests/Moderation.EndToEnd"
        : null;
}
