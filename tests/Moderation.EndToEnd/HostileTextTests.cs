using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>Strings that break things, through intake and storage onto the pages of staff and of their author.</summary>
public sealed class HostileTextTests
{
    private const int TextsAPost = 25;

    private static readonly string Author = "author <b>&amp;</b> \u202Eright to left\u202C";

    [BrowserDataFact]
    public async Task What_members_write_stands_on_pages_as_they_wrote_it_and_does_nothing_there()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var api = new Api(client);
        var texts = await Texts();
        for (var i = 0; i < texts.Length; i++)
            await Tell(api, $"post-{i}", texts[i]);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var moderator = await Person.At(browser, host.Address);
        moderator.Page.Dialog += (_, dialog) => Assert.Fail($"A text opened a dialog: {dialog.Message}");
        await moderator.SignIn("moderator", "Moderator-1234");
        for (var i = 0; i < texts.Length; i++)
        {
            await moderator.Page.GotoAsync($"/review/cases/{CaseOf(database, $"post-{i}")}");
            var shown = moderator.Page.Locator(".m-content p.m-text").First;
            await Assertions.Expect(shown).ToBeVisibleAsync();
            Assert.Equal(texts[i], await shown.EvaluateAsync<string>("async x => { while (x.querySelector('.m-link')) { x.querySelector('.m-link').click(); await new Promise(r => setTimeout(r, 200)); } return x.textContent; }"));
        }

        await using var member = await SignIn(api, browser, host);
        member.Page.Dialog += (_, dialog) => Assert.Fail($"A text opened a dialog: {dialog.Message}");
        await member.Press("more");
        await Assertions.Expect(member.Page.Locator("article.m-post")).ToHaveCountAsync(texts.Length);
        await Assertions.Expect(member.Page.Locator("script[data-theirs], iframe, img[onerror]")).ToHaveCountAsync(0);
    }

    // Half a surrogate pair is no text that JSON or a database could carry; the API's own tests say what becomes of it.
    private static async Task<string[]> Texts()
    {
        await using var file = File.OpenRead(Path.Combine(SharedData.Folder, "data", "text-naughty-strings", "blns.json.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        var strings = (await JsonSerializer.DeserializeAsync<string[]>(unpacked))!;
        return
        [
            .. strings.Where(x => x.Length > 0).Chunk(TextsAPost).Select(x => string.Join('\n', x)),
            "\u202E\u0645\u0631\u062D\u0628\u0627\u202C \u200B\u200D\uFEFF zero width",
            string.Concat(Enumerable.Repeat("<script>alert('x')</script> \u05D0\u05D1\u05D2 \U0001F370 ", 31_000)),
        ];
    }

    private static async Task Tell(Api api, string id, string text)
    {
        await api.Put($"/api/v1/content/{id}", new { authorId = Author, kind = "post", text, createdAt = DateTimeOffset.UtcNow });
        await api.Post("/api/v1/decisions", new
        {
            subject = new { kind = "content", id },
            guideline = "rec-clickbait",
            finding = "notRecommendable",
            rationale = text[..Math.Min(text.Length, 5000)],
            automation = "full",
        }, HttpStatusCode.Created);
        await api.Post("/api/v1/reports", new { subject = new { kind = "content", id }, guideline = "spam", details = text });
    }

    private static Guid CaseOf(Database database, string content) =>
        new(Convert.FromHexString(Queue.Text(database, $"SELECT hex(Id) FROM Cases WHERE Stage = 'Waiting' AND SubjectId = '{content}'")), bigEndian: true);

    private static async Task<Person> SignIn(Api api, IBrowser browser, RunningHost host)
    {
        var url = (await api.Post($"/api/v1/accounts/{Uri.EscapeDataString(Author)}/sign-in-links", new { }, HttpStatusCode.Created)).GetProperty("url").GetString()!;
        var member = await Person.At(browser, host.Address);
        await member.Page.GotoAsync(new Uri(url).PathAndQuery);
        await member.Press("Continue");
        await member.Page.WaitForURLAsync("**/account");
        return member;
    }
}
