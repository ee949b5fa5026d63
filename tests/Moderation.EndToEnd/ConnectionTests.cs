using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>What goes wrong while somebody judges a case: each ends in a clear screen, and nothing that was written is lost.</summary>
public sealed class ConnectionTests
{
    private const string Written = "Promises returns; the wallet is known.";

    [BrowserFact]
    public async Task A_cut_connection_is_said_keeps_what_is_typed_and_goes_on_with_the_same_claim()
    {
        await using var desk = await Desk.Open();
        await desk.Choose();
        await desk.Rationale.FillAsync(Written[..10]);

        desk.Wire.Cut();
        await desk.Person.Sees("Connection lost");
        // Keys do nothing now, and what is typed stays.
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Keyboard.PressAsync("3");
        await desk.Rationale.FillAsync(Written);
        desk.Wire.Mend();
        await Assertions.Expect(desk.Page.GetByText("Connection lost")).ToBeHiddenAsync();

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Radio, new() { Name = "Violates" })).ToBeCheckedAsync();
        await desk.Rationale.FillAsync(Written + " Seen twice.");
        await desk.Submit();
        Assert.Equal(Written + " Seen twice.", await desk.DecidedWith());
    }

    [BrowserFact]
    public async Task A_restarted_server_gives_the_same_case_back_with_what_was_written()
    {
        await using var desk = await Desk.Open();
        await desk.Choose();
        await desk.Rationale.FillAsync(Written);

        await desk.Restart();
        await Assertions.Expect(desk.Rationale).ToHaveValueAsync(Written);
        await desk.Choose();
        await desk.Submit();
        Assert.Equal(Written, await desk.DecidedWith());
    }

    [BrowserFact]
    public async Task An_expired_claim_is_said_decides_nothing_and_keeps_what_was_written()
    {
        await using var desk = await Desk.Open();
        await desk.Choose();
        await desk.Rationale.FillAsync(Written);

        // Its end came while nobody could renew it, and somebody else took the case.
        desk.Wire.Cut();
        await desk.Person.Sees("Connection lost");
        desk.GiveToAnother();
        desk.Wire.Mend();

        await desk.Person.Sees("no longer yours");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Page.GetByText("Nothing was decided").First).ToBeVisibleAsync();
        Assert.Equal(0, desk.Decisions);
        await Assertions.Expect(desk.Rationale).ToHaveValueAsync(Written);
    }

    /// <summary>Somebody at the case page of a case they hold, over a wire that can be cut.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly Database database = new();
        private RunningHost host = null!;
        private IPlaywright playwright = null!;
        private IBrowser browser = null!;
        private string @case = "";

        public Wire Wire { get; private set; } = null!;

        public Person Person { get; private set; } = null!;

        public IPage Page => Person.Page;

        public ILocator Rationale => Page.GetByRole(AriaRole.Textbox, new() { Name = "Rationale" });

        public int Decisions => Queue.Number(database, $"SELECT COUNT(*) FROM Decisions WHERE hex(CaseId) = '{@case}'");

        public static async Task<Desk> Open()
        {
            var desk = new Desk();
            desk.host = await RunningHost.Start(desk.database);
            await desk.Report();
            desk.Wire = new(desk.host.Address);
            desk.playwright = await Playwright.CreateAsync();
            desk.browser = await Chromium.Launch(desk.playwright);
            // The browser itself complains of every connection that ends.
            desk.Person = await Person.At(desk.browser, desk.Wire.Address, mayLoseConnection: true);
            await desk.Person.SignIn("moderator", "Moderator-1234");
            await desk.Person.Press("Claim next");
            await desk.Page.WaitForURLAsync("**/review/cases/*");
            await desk.Person.MayDecide();
            desk.@case = desk.Page.Url.Split('/')[^1].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
            return desk;
        }

        private async Task Report()
        {
            using var client = host.Client();
            var api = new Api(client);
            await api.Put("/api/v1/accounts/seller", new { handle = "seller" });
            foreach (var post in new[] { "one", "two" })
            {
                await api.Put($"/api/v1/content/{post}", new { authorId = "seller", kind = "post", text = $"Send 1, get 2. Offer {post}.", createdAt = DateTimeOffset.UtcNow });
                await api.Post("/api/v1/reports", new { subject = new { kind = "content", id = post }, reporterId = "reader", guideline = "fraud", source = "member" });
            }
        }

        /// <summary>A rule, by its key, and its finding.</summary>
        public async Task Choose()
        {
            var violates = Page.GetByRole(AriaRole.Radio, new() { Name = "Violates" });
            // Keys are deaf until the case is drawn.
            for (var press = 0; press < 30 && await violates.GetAttributeAsync("aria-checked") is not "true"; press++)
            {
                await Page.Keyboard.PressAsync("Escape");
                await Page.Keyboard.PressAsync("Shift+F");
                await Page.WaitForTimeoutAsync(500);
            }

            await Assertions.Expect(violates).ToBeCheckedAsync();
        }

        public async Task Submit()
        {
            await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToBeEnabledAsync();
            await Page.Keyboard.PressAsync("Control+Enter");
        }

        /// <summary>The rationale of the decision, once it is made.</summary>
        public async Task<string> DecidedWith()
        {
            for (var look = 0; look < 600 && Decisions == 0; look++)
                await Task.Delay(100);
            return Queue.Text(database, $"SELECT Rationale FROM Decisions WHERE hex(CaseId) = '{@case}'");
        }

        public async Task Restart()
        {
            await Page.EvaluateAsync("window.isBefore = true");
            Wire.Cut();
            await host.DisposeAsync();
            host = await RunningHost.Start(database);
            Wire.Mend(host.Address);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Load the page again" }).ClickAsync(new() { Timeout = 60_000 });
            // The page of the server that is gone looks the same until it is loaded anew.
            await Page.WaitForFunctionAsync("!window.isBefore");
            await Person.MayDecide();
        }

        public void GiveToAnother() => Queue.Change(database, $"UPDATE Cases SET Holder = 'plover', ClaimNumber = ClaimNumber + 1 WHERE hex(Id) = '{@case}'");

        public async ValueTask DisposeAsync()
        {
            await Person.DisposeAsync();
            await browser.DisposeAsync();
            playwright.Dispose();
            await Wire.DisposeAsync();
            await host.DisposeAsync();
            database.Dispose();
        }
    }
}
