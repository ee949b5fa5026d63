using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>Every page there is, looked at by axe in light and dark, wide and narrow.</summary>
public sealed partial class AccessibilityTests
{
    private static readonly string[] Links = ["https://archive.example/1"];

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (390, 844)];

    // Who looks at what. {case} and the like are filled in from what is there; after "!" is the button that shows the rest.
    private static readonly (string Name, string Password, string[] Pages)[] Visits =
    [
        ("moderator", "Moderator-1234", ["/review", "/review/mine", "/review/cases/{case}", "/review/cases/{case}/rest", "/mentions", "/search", "/search/accounts?id=acc-nova.coinbloom", "/review/batch", "/rulebook", "/rulebook/fraud"]),
        ("moderator2", "Moderator-1234", ["/appeals", "/appeals/{appeal}"]),
        ("lead", "Lead-12345678", ["/dashboard", "/dashboard/overturned", "/queues", "/people-on-duty", "/runs", "/runs/overturn", "/pauses", "/orders", "/referrals", "/strikes", "/banks", "/banks/known-wallets"]),
        ("checker", "Checker-1234567", ["/fact-checks", "/fact-checks/rate?item={claim}", "/fact-checks/matches", "/fact-checks/{check}", "/fact-checks/disputes", "/fact-checks/disputes/{dispute}", "/fact-checks/disputes/{answered}", "/fact-checks/mine", "/fact-checks/publishers"]),
        ("policy", "Policy-12345678", ["/drafts", "/drafts/{draft}", "/rehearsals", "/rehearsals/{rehearsal}", "/rulebook/compare"]),
        ("childsafety", "ChildSafety-1234", ["/child-safety", "/child-safety/openings"]),
        ("admin", "Admin-12345678", ["/people", "/keys", "/trusted-flaggers", "/audit"]),
        ("nova", "Member-12345678", ["/account", "/account/notices", "/account/appeals", "/account/decisions/{decision}", "/account/decisions/{rated}!Dispute the rating", "/account/decisions/{disputed}", "/account/decisions/{kept}"]),
        ("", "", ["/sign-in", "/sign-in/link/none", "/error"]),
    ];

    [AxeFact]
    public async Task No_page_has_a_serious_fault()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database, demo: true);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await Prepare(host, database, browser);

        var faults = new List<string>();
        foreach (var (name, password, pages) in Visits)
        {
            await using var person = await Person.At(browser, host.Address);
            if (name is not "")
                await person.SignIn(name, password);
            foreach (var page in pages)
                faults.AddRange((await Look(person.Page, Fill(page, database))).Select(x => $"{page} {x}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    /// <summary>A page that is added has to be visited here.</summary>
    [Fact]
    public void Every_page_is_visited()
    {
        var visited = Visits.SelectMany(x => x.Pages).Select(x => x.Split('?', '!')[0].Split('/')).ToArray();
        var missing = Directory.EnumerateFiles(Path.Combine(Program.Root, "src", "Moderation.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(x => PageDirective().Match(x)).Where(x => x.Success).Select(x => x.Groups[1].Value)
            .Where(route => !visited.Any(page => IsAt(route.Split('/'), page))).ToArray();
        Assert.Empty(missing);
    }

    private static bool IsAt(string[] route, string[] page) =>
        route.Length == page.Length && route.Zip(page).All(x => x.First == x.Second || x.First.StartsWith('{'));

    private static async Task<IEnumerable<string>> Look(IPage page, string address)
    {
        var faults = new List<string>();
        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
        var parts = address.Split('!');
        await page.GotoAsync(parts[0]);
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".m-skel")).ToHaveCountAsync(0);
        foreach (var button in parts[1..])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
        }

        foreach (var (width, height) in Sizes)
            foreach (var appearance in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EmulateMediaAsync(new() { ColorScheme = appearance });
                faults.AddRange((await Axe.Faults(page)).Select(x => string.Create(CultureInfo.InvariantCulture, $"({width}, {appearance}): {x}")));
            }

        return faults;
    }

    // What only comes of work: an appeal, a draft, a rehearsal, a held case.
    private static async Task Prepare(RunningHost host, Database database, IBrowser browser)
    {
        using var client = host.Client();
        var api = new Api(client);
        var decision = Queue.Text(database, "SELECT lower(hex(Id)) FROM Decisions WHERE AuthorId = 'acc-mila.baktaart' LIMIT 1");
        await api.Post("/api/v1/appeals", new { decisionId = Guid.ParseExact(decision, "N"), appellantId = "acc-mila.baktaart", statement = "Please look again." });
        await Rate(api, database);

        await using var policy = await Person.At(browser, host.Address);
        await policy.SignIn("policy", "Policy-12345678");
        await policy.Page.GotoAsync("/drafts");
        await policy.Press("New draft");
        await policy.Page.GetByLabel("Name").FillAsync("A softer spam rule");
        await policy.Press("Start draft");
        await policy.Page.WaitForURLAsync("**/drafts/*");
        await policy.Page.GotoAsync("/banks");
        await policy.Press("Open a bank");
        await policy.Page.GetByLabel("Title").FillAsync("Known wallets");
        await policy.Page.GetByLabel("Code").FillAsync("known-wallets");
        await policy.Page.GetByLabel("Guideline").SelectOptionAsync("fraud");
        await policy.Press("Save");
        await Assertions.Expect(policy.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await policy.Page.GotoAsync("/rehearsals");
        await policy.Press("Rehearse");
        await policy.Page.WaitForURLAsync("**/rehearsals/*");
    }

    // Three ratings of one author: one not disputed, one that is, and one that was kept.
    private static async Task Rate(Api api, Database database)
    {
        foreach (var (post, claim) in new[] { ("rated", "The town hall was sold to a bank for one euro."), ("disputed", "Nobody may swim in the lake after noon."), ("kept", "All trams will run without any driver.") })
            await DisputeStoryTests.Rate(api, post, "acc-nova.coinbloom", claim);
        foreach (var post in new[] { "disputed", "kept" })
        {
            var decision = Guid.ParseExact(Queue.Text(database, $"SELECT hex(Id) FROM Decisions WHERE SubjectId = '{post}'"), "N");
            var dispute = (await api.Post("/api/v1/disputes", new { decisionId = decision, disputantId = "acc-nova.coinbloom", statement = "It is true.", links = Links })).GetProperty("id").GetString();
            if (post is "kept")
                await api.Post($"/api/v1/disputes/{dispute}/answer", new { answer = "upheld", reason = "We looked again.", by = "Harbour Checks" });
        }
    }

    private static string Fill(string page, Database database) => Hole().Replace(page, hole => hole.Groups[1].Value is "claim"
        ? Queue.Text(database, "SELECT ContentId FROM DoubtedItems WHERE State = 'Open' ORDER BY Harm DESC LIMIT 1")
        : Guid.ParseExact(Queue.Text(database, hole.Groups[1].Value switch
        {
            "case" => "SELECT hex(Id) FROM Cases WHERE Stage = 'Waiting' AND IsRestricted = 0 ORDER BY Priority DESC LIMIT 1",
            "appeal" => "SELECT hex(Id) FROM Appeals LIMIT 1",
            "draft" => "SELECT hex(Id) FROM RulebookDrafts LIMIT 1",
            "rehearsal" => "SELECT hex(Id) FROM Runs WHERE Kind = 'Rehearsal' LIMIT 1",
            "rated" or "disputed" or "kept" => $"SELECT hex(Id) FROM Decisions WHERE SubjectId = '{hole.Groups[1].Value}'",
            "dispute" => "SELECT hex(Id) FROM Disputes WHERE ContentId = 'disputed'",
            "answered" => "SELECT hex(Id) FROM Disputes WHERE ContentId = 'kept'",
            "check" => "SELECT hex(Id) FROM FactChecks WHERE Rating = 'False' LIMIT 1",
            "decision" => "SELECT hex(Id) FROM Decisions WHERE AuthorId = 'acc-nova.coinbloom' LIMIT 1",
            var unknown => throw new InvalidOperationException(unknown),
        }), "N").ToString());

    [GeneratedRegex("""^@page "([^"]+)"$""")]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
