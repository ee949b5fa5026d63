using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>All that a moderator does in a day, by somebody who has no mouse: nothing here is clicked, filled or focused from outside.</summary>
public sealed class DayByKeyboardTests
{
    private const int MostTabs = 120;
    private const int MostPresses = 8;

    // A column that scrolls takes the focus too, but does nothing.
    private const string Focused = "(e => e?.matches('button,a,input,select,textarea') ? [...(e.labels ?? [])].map(x => x.textContent).join() || e.ariaLabel || e.textContent : '')(document.activeElement)";

    // The more followers, the sooner its turn; the last has three posts.
    private static readonly string[] Accounts = ["one", "two", "three", "four", "five", "rest"];

    [BrowserFact]
    public async Task A_whole_day_needs_no_mouse()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        await Fill(client);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var person = await Person.At(browser, host.Address);
        var page = person.Page;

        await page.GotoAsync("/sign-in");
        await Assertions.Expect(page.GetByLabel("Name")).ToBeFocusedAsync();
        await Type(page, "moderator");
        await Press(page, "Tab");
        await Type(page, "Moderator-1234");
        await Press(page, "Enter");

        await LookAtTheQueue(person);
        await Until(page, "n", At(page, "one"));
        await DecideAndThinkAgain(person, database);
        await PutAside(person);
        await SeeAll(person, database, "rest");
        await JudgeTheRest(person, database);
        await FindAnything(person);
        await Finish(person, database);
    }

    private static async Task LookAtTheQueue(Person person)
    {
        var page = person.Page;
        await Assertions.Expect(page.Locator("[aria-current=page] .n")).ToHaveTextAsync("8");
        await Until(page, "?", page.GetByRole(AriaRole.Dialog));
        await Press(page, "Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // Once it has the focus: before that, Escape would leave no field, and the next F would be typed into one.
        await Until(page, "f", page.Locator("#queue-filter select:focus"));
        await Press(page, "Escape");
        await Press(page, "f");
        await Assertions.Expect(page.Locator("#queue-filter")).ToHaveCountAsync(0);

        // Looking at a case claims nothing.
        await Press(page, "j");
        await Press(page, "j");
        await Press(page, "Enter");
        await IsAt(page, "two");
        await person.Sees("Nobody has this case");
    }

    // One is judged, undone and judged otherwise.
    private static async Task DecideAndThinkAgain(Person person, Database database)
    {
        var page = person.Page;
        await person.MayDecide();
        await Until(page, "Shift+F", Found(page, "Violates"));
        await Rationale(page, "Asks for money up front.");
        await Submit(page);
        await IsAt(page, "two");
        await person.MayDecide();

        await Until(page, "z", At(page, "one"));
        await person.MayDecide();
        Assert.Equal(0, Queue.Number(database, "SELECT COUNT(*) FROM PendingJudgements"));
        await Until(page, "m", page.Locator("#deviation"));
        await Reach(page, "Why other outcomes");
        await Type(page, "Too few were reached.");
        await Press(page, "Escape");
        await Submit(page);
        await IsAt(page, "two");
        Assert.Equal(1, Queue.Number(database, "SELECT COUNT(*) FROM PendingJudgements"));
    }

    // A question, a case for tomorrow, one for a colleague, and one given back.
    private static async Task PutAside(Person person)
    {
        var page = person.Page;
        await person.MayDecide();
        await Until(page, "x", page.Locator("#question:focus"));
        await Type(page, "Is this the fund we know?");
        await Reach(page, "Escalate and next");
        await Press(page, "Enter");

        await IsAt(page, "three");
        await person.MayDecide();
        await Until(page, "y", page.Locator("#snooze-until:focus"));
        await Reach(page, "What do you wait for");
        await Type(page, "They answer tomorrow.");
        await Reach(page, "Put aside and next");
        await Press(page, "Enter");

        await IsAt(page, "four");
        await person.MayDecide();
        await Until(page, "h", page.Locator("#hand-to:focus"));
        await Type(page, "Plover");
        await Reach(page, "What should they know");
        await Type(page, "You know this seller.");
        await Reach(page, "Hand over and next");
        await Press(page, "Enter");

        await IsAt(page, "five");
        await person.MayDecide();
        await Until(page, "u", page.GetByRole(AriaRole.Heading, new() { Name = "Queue", Level = 1 }));
        await Until(page, "n", At(page, "five"));
    }

    private static async Task SeeAll(Person person, Database database, string next)
    {
        var page = person.Page;
        await person.MayDecide();
        await Until(page, "]", page.Locator("section.m-col:focus"));
        await Press(page, "]");
        await Reach(page, "Write a note");
        await Press(page, "Enter");
        await Assertions.Expect(page.GetByLabel("Note for colleagues")).ToBeFocusedAsync();
        await Type(page, "Sells under two names.");
        await Reach(page, "Add note");
        await Press(page, "Enter");
        await person.Sees("Sells under two names.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Write a note" })).ToBeFocusedAsync();

        await Until(page, "/", page.Locator("input:focus"));
        await Type(page, "spam");
        await Press(page, "Enter");
        await Assertions.Expect(Found(page, "Violates")).ToHaveCountAsync(1);
        await Press(page, "Escape");
        await Until(page, "3", Found(page, "No breach"));
        await Rationale(page, "An offer, nothing more.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToBeEnabledAsync();
        await Press(page, "Control+Shift+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToHaveCountAsync(0);
        await IsAt(page, "five");
        Assert.Equal(2, Queue.Number(database, "SELECT COUNT(*) FROM PendingJudgements"));

        await Until(page, "n", At(page, next));
        await person.MayDecide();
    }

    private static async Task JudgeTheRest(Person person, Database database)
    {
        var page = person.Page;
        await Until(page, "o", page.Locator(".c-rest"));
        await Assertions.Expect(page.Locator(".c-card")).ToHaveCountAsync(2);
        await Until(page, "Shift+S", Found(page, "Violates"));
        await Until(page, "w", page.Locator("#rest-why:focus"));
        await Type(page, "All three advertise the same.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Decide 2" })).ToBeEnabledAsync();
        await Press(page, "Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "done" })).ToHaveCountAsync(2, new() { Timeout = 90_000 });
        Assert.Equal(2, Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE Guideline = 'spam' AND SubjectId LIKE 'rest-%'"));
        await Reach(page, "Back to the case");
        await Press(page, "Enter");
        await IsAt(page, "rest");
    }

    private static async Task FindAnything(Person person)
    {
        var page = person.Page;
        await person.MayDecide();
        await Press(page, "Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Type(page, "three");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "@three" }).First).ToBeVisibleAsync();
        while (!(await page.Locator("[role=option][aria-selected=true]").TextContentAsync())!.Contains("@three", StringComparison.Ordinal))
            await Press(page, "ArrowDown");
        await Press(page, "Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("three");

        await Press(page, "Control+k");
        await Type(page, "My cases");
        await Press(page, "Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("My cases");
        foreach (var part in new[] { "Put aside by you", "Asked by you" })
            await person.Sees(part);
    }

    private static async Task Finish(Person person, Database database)
    {
        var page = person.Page;
        // What one holds stands first among one's own.
        await Until(page, "j", page.Locator("[data-row]:focus"));
        await Press(page, "Enter");
        await IsAt(page, "rest");
        await person.MayDecide();
        await Until(() => page.Keyboard.TypeAsync(".e"), Found(page, "Not recommendable"));
        await Rationale(page, "Asks for likes.");
        await Submit(page);
        await person.Sees("Nothing waits for you any more");

        await Assertions.Expect(page.Locator("[data-undo]")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
        var decided = Queue.Text(database, "SELECT group_concat(d.SubjectId || ' ' || d.Guideline || ' ' || d.Finding, ', ') FROM (SELECT * FROM Decisions WHERE CauseId IS NULL ORDER BY SubjectId) d");
        Assert.Equal("five-0 spam DoesNotViolate, one-0 fraud Violates, rest-0 rec-engagement-bait NotRecommendable, rest-1 spam Violates, rest-2 spam Violates", decided);
    }

    private static async Task Rationale(IPage page, string words)
    {
        await Until(page, "w", page.Locator("#why:focus"));
        await Type(page, words);
    }

    // As somebody does who looks first.
    private static async Task Submit(IPage page)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Submit and next" })).ToBeEnabledAsync();
        await Press(page, "Control+Enter");
    }

    private static ILocator At(IPage page, string account) => page.Locator("h1", new() { HasText = $"@{account}" });

    private static ILocator Found(IPage page, string finding) => page.GetByRole(AriaRole.Radio, new() { Name = finding, Checked = true });

    private static Task IsAt(IPage page, string account) => Assertions.Expect(At(page, account)).ToBeVisibleAsync();

    private static Task Press(IPage page, string key) => page.Keyboard.PressAsync(key);

    private static Task Type(IPage page, string words) => page.Keyboard.TypeAsync(words);

    private static Task Until(IPage page, string key, ILocator there) => Until(() => Press(page, key), there);

    // Keys are deaf until the page is drawn, and a moment longer.
    private static async Task Until(Func<Task> press, ILocator there)
    {
        for (var i = 0; i < MostPresses; i++)
        {
            await press();
            try
            {
                await there.WaitForAsync(new() { Timeout = 4000 });
                return;
            }
            catch (TimeoutException)
            {
                // It was not heard.
            }
        }

        await Assertions.Expect(there).ToBeVisibleAsync();
    }

    // Step by step, as one goes there with the tabulator.
    private static async Task Reach(IPage page, string label)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await Press(page, "Tab");
            if ((await page.EvaluateAsync<string>(Focused)).Contains(label, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"'{label}' cannot be reached.");
    }

    private static async Task Fill(HttpClient client)
    {
        var lines = Accounts.SelectMany((account, at) => Enumerable.Range(0, account is "rest" ? 3 : 1).SelectMany(post => new[]
        {
            $$$"""{"account": {"id": "{{{account}}}", "handle": "{{{account}}}", "followerCount": {{{Math.Pow(10, 8 - at)}}}}}""",
            $$$"""{"content": {"id": "{{{account}}}-{{{post}}}", "authorId": "{{{account}}}", "kind": "post", "createdAt": "2026-11-01T00:00:00Z", "text": "Offer {{{post}}} of {{{account}}}."}}""",
            $$$"""{"report": {"subject": {"kind": "content", "id": "{{{account}}}-{{{post}}}"}, "guideline": "fraud"}}""",
        }));
        using var content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
