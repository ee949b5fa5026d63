using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>Somebody who types faster than the line is: no key may ever decide another case than the one on the screen.</summary>
public sealed class TypingAheadTests
{
    private const int Cases = 12;
    private const int MostRounds = 60;
    private const int Enough = 3;

    // In milliseconds.
    private const int Thought = 400;

    // Which case was on the screen when each key was pressed, from before the page's own listener hears of it.
    private const string Watch = """
        window.pressed = [];
        addEventListener("keydown", e => window.pressed.push({
            key: e.key.length === 1 && e.shiftKey ? "Shift+" + e.key.toUpperCase() : e.ctrlKey && e.key === "Enter" ? "Submit" : e.key,
            typed: e.target.id === "why" && e.key.length === 1 && !e.ctrlKey ? e.key : "",
            text: e.target.id === "why",
            case: document.querySelector("[data-case]")?.dataset.case ?? "" }), true);
        """;

    private static readonly (string Key, string Guideline)[] Rules = [("Shift+F", "fraud"), ("Shift+S", "spam"), ("Shift+B", "bullying")];

    [BrowserFact]
    public async Task Whatever_is_typed_over_a_slow_line_decides_only_what_was_on_the_screen()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        await Fill(client);
        await using var line = new Wire(host.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var person = await Person.At(browser, line.Address);
        await person.SignIn("moderator", "Moderator-1234");
        await person.Press("Claim next");
        await person.Page.WaitForURLAsync("**/review/cases/*");
        await person.MayDecide();
        await person.Page.EvaluateAsync(Watch);

        line.Delay = TimeSpan.FromMilliseconds(400);
        for (var round = 0; round < MostRounds && Judged(database) < Enough; round++)
            await Type(person.Page, round);
        Assert.True(Judged(database) >= Enough, "Nothing much was decided, so nothing was shown.");

        line.Delay = TimeSpan.Zero;
        var pressed = (await person.Page.EvaluateAsync<JsonElement>("window.pressed")).EnumerateArray()
            .Select(x => (Key: x.GetProperty("key").GetString()!, IsText: x.GetProperty("text").GetBoolean(), Typed: x.GetProperty("typed").GetString()!, Case: x.GetProperty("case").GetString()!)).ToArray();
        await Assertions.Expect(person.Page.Locator("[data-undo]")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
        foreach (var (@case, guideline, rationale) in Decided(database))
        {
            var here = pressed.Where(x => x.Case.Replace("-", "", StringComparison.Ordinal).Equals(@case, StringComparison.OrdinalIgnoreCase)).ToArray();
            Assert.Contains(here, x => x.Key == "Submit");
            Assert.Contains(here, x => !x.IsText && x.Key == Rules.Single(y => y.Guideline == guideline).Key);
            // A key that came before the one that leaves the text was heard is typed as well, capitals too.
            Assert.True(IsWithin(rationale, string.Concat(here.Select(x => x.Typed))), $"'{rationale}' was not written of this case.");
        }
    }

    [BrowserFact]
    public async Task What_is_typed_while_the_palette_opens_over_a_slow_line_is_its_and_no_pages()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        await Fill(client);
        await using var line = new Wire(host.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var person = await Person.At(browser, line.Address);
        await person.SignIn("moderator", "Moderator-1234");
        await person.Press("Claim next");
        await person.Page.WaitForURLAsync("**/review/cases/*");
        await person.MayDecide();

        line.Delay = TimeSpan.FromMilliseconds(400);
        // Of letters that are keys on the page beneath: "u" would give the case up.
        await Ask(person.Page, "unusual ", "Escape");
        await person.Page.WaitForTimeoutAsync(3 * Thought);
        await Assertions.Expect(person.Page.Locator("dialog.m-palette")).Not.ToBeVisibleAsync();

        await Ask(person.Page, "My cases", "Enter");
        await person.Page.WaitForURLAsync("**/review/mine", new() { Timeout = 30_000 });
        line.Delay = TimeSpan.Zero;
        Assert.Equal(0, Judged(database));
        Assert.Equal(1, Queue.Number(database, "SELECT COUNT(*) FROM Cases WHERE Holder IS NOT NULL"));
    }

    private static async Task Ask(IPage page, string text, string last)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(text, new() { Delay = 10 });
        await page.Keyboard.PressAsync(last);
    }

    // The whole way of one case, whatever the screen shows meanwhile: as fast as keys can be pressed, or with a thought before or after.
    private static async Task Type(IPage page, int round)
    {
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync(Rules[round % Rules.Length].Key);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync(Words(round), new() { Delay = 20 });
        await page.WaitForTimeoutAsync(round % 3 * Thought);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForTimeoutAsync(round % 4 * Thought);
    }

    // Of letters that are no keys: where "w" was not heard, "u" would give the case up and "o" leave the page.
    private static string Words(int round) => $"big big fib {string.Concat(Enumerable.Range(0, 3).Select(x => "bfgi"[(round >> (2 * x)) & 3]))} ";

    private static bool IsWithin(string part, string typed)
    {
        var at = 0;
        foreach (var letter in typed)
            if (at < part.Length && part[at] == letter)
                at++;
        return at == part.Length;
    }

    private static int Judged(Database database) =>
        Queue.Number(database, "SELECT (SELECT COUNT(*) FROM PendingJudgements) + (SELECT COUNT(*) FROM Decisions WHERE CauseId IS NULL)");

    private static IEnumerable<(string Case, string Guideline, string Rationale)> Decided(Database database)
    {
        var count = Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE CauseId IS NULL");
        for (var i = 0; i < count; i++)
        {
            var row = $"FROM Decisions WHERE CauseId IS NULL ORDER BY Id LIMIT 1 OFFSET {i}";
            yield return (Queue.Text(database, $"SELECT hex(CaseId) {row}"), Queue.Text(database, $"SELECT Guideline {row}"), Queue.Text(database, $"SELECT Rationale {row}"));
        }
    }

    private static async Task Fill(HttpClient client)
    {
        var lines = Enumerable.Range(0, Cases).SelectMany(x => new[]
        {
            $$$"""{"account": {"id": "a{{{x}}}", "handle": "a{{{x}}}", "followerCount": 100}}""",
            $$$"""{"content": {"id": "p{{{x}}}", "authorId": "a{{{x}}}", "kind": "post", "createdAt": "2026-11-01T00:00:00Z", "text": "Offer {{{x}}}."}}""",
            $$$"""{"report": {"subject": {"kind": "content", "id": "p{{{x}}}"}, "guideline": "fraud"}}""",
        });
        using var content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
