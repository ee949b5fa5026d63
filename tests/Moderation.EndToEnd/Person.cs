using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>Somebody at a browser of their own. What their browser complains of fails the test.</summary>
internal sealed class Person(IPage page, List<string> complaints) : IAsyncDisposable
{
    private static readonly string[] Lost = ["ERR_", "WebSocket", "Connection disconnected", "Failed to complete negotiation", "Failed to start the", "Failed to fetch", "No interop methods are registered"];

    public IPage Page { get; } = page;

    /// <param name="mayLoseConnection">Whether its browser may complain that a connection ended.</param>
    public static async Task<Person> At(IBrowser browser, string address, bool mayLoseConnection = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                Hear(message.Text);
        };
        page.PageError += (_, error) => Hear(error);
        return new(page, complaints);

        void Hear(string complaint)
        {
            if (!(mayLoseConnection && Lost.Any(x => complaint.Contains(x, StringComparison.Ordinal))))
                complaints.Add(complaint);
        }
    }

    public async Task SignIn(string name, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync(x => !x.Contains("sign-in", StringComparison.Ordinal));
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task Sees(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>The case on the page is theirs, and what decides it is drawn.</summary>
    public async Task MayDecide()
    {
        await Sees("Yours");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(complaints);
    }
}
