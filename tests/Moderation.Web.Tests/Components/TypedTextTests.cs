using System.Runtime.CompilerServices;

namespace Moderation.Web.Tests.Components;

/// <summary>
/// What somebody types must not be written back to them: over a slow line it is older than what stands there by now, and letters
/// are lost. A binding knows that; a value beside a listener of one's own does not.
/// </summary>
public sealed class TypedTextTests
{
    [Fact]
    public void What_is_typed_is_bound()
    {
        string[] pages = [.. Pages()];
        Assert.Contains(pages, x => File.ReadAllText(x).Contains("@bind:event=\"oninput\"", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, x => File.ReadAllText(x).Contains("@oninput=", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Pages([CallerFilePath] string here = "") => Directory.EnumerateFiles(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Moderation.Web"), "*.razor", SearchOption.AllDirectories);
}
