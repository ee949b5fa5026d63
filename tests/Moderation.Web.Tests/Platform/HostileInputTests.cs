using System.Text;
using Microsoft.Data.Sqlite;

namespace Moderation.Web.Tests.Platform;

public sealed class HostileInputTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    public static TheoryData<string, string> Texts => new()
    {
        { "a megabyte", new string('x', 1024 * 1024) },
        { "a megabyte of a wide script", new string('字', 1024 * 1024 / 3) },
        { "right to left", "مرحبا \u202E reversed \u202C שלום" },
        { "zero width", "a\u200Bb\u200Dc\uFEFFd" },
        { "a NUL", "before\0after" },
        { "control characters", "\u0001\u0007\u001B[31m\r\n\t" },
        { "beyond the basic plane", "😀𝕳𝖊𝖑𝖑𝖔👩‍👩‍👧‍👦" },
        { "a statement of another language", "'; DROP TABLE Contents; --" },
        { "markup", "<script>alert(1)</script>" },
        { "unpaired in the escaped way", "\\ud800" },
        { "a million combining marks", "Z" + new string('\u0335', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_kept_as_it_came(string what, string text)
    {
        Assert.NotEmpty(what);
        var (content, _) = await world.Content(text);

        Assert.Equal(text, Stored("SELECT Text FROM ContentRevisions WHERE ContentId = $id", content));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a%252Fb")]
    [InlineData("100%")]
    [InlineData("..")]
    [InlineData("a?b#c&d=e")]
    [InlineData("a+b c;d,e")]
    [InlineData("😀/👩‍👩‍👧‍👦")]
    [InlineData("a\\b\"c'd")]
    [InlineData("status")]
    [InlineData("\u202Ertl")]
    public async Task An_id_may_hold_any_character(string id)
    {
        var path = Escape(id);
        var told = await world.Put($"/accounts/{path}", new { handle = "h" });
        var item = await world.Put($"/content/{path}", world.Item(id, "text"));

        Assert.Equal(id, told.Expect(201).Text("id"));
        Assert.Equal(id, item.Expect(201).Text("id"));
        Assert.Equal(id, (await world.Get($"/accounts/{path}/status")).Expect(200)["account"].GetProperty("id").GetString());
        Assert.Equal(id, (await world.Get($"/eligibility/content/{path}")).Expect(200)["subject"].GetProperty("id").GetString());
        (await world.Get($"/accounts/{path}/notices")).Expect(200);
        (await world.Post($"/accounts/{path}/sign-in-links")).Expect(201);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%0Ab")]
    [InlineData("%C3%28")]
    [InlineData("%ED%A0%80")]
    [InlineData("%zz")]
    public async Task An_id_that_is_none_is_refused(string path)
    {
        var before = world.Stored();

        Assert.Equal(400, (int)(await world.Put($"/accounts/{path}", new { handle = "h" })).Status);
        Assert.Equal(before, world.Stored());
    }

    [Theory]
    [InlineData("""{"handle":"h","unknown":{"deep":[1,2,{"x":null}]},"HANDLE2":1}""", 201)]
    [InlineData("""{"handle":"h","followerCount":99999999999999999999999}""", 400)]
    [InlineData("""{"handle":"h","followerCount":1e400}""", 400)]
    [InlineData("""{"handle":"h","followerCount":1.5}""", 400)]
    [InlineData("""{"handle":"h","age":"30"}""", 201)]
    [InlineData("""{"handle":["h"]}""", 400)]
    [InlineData("""{"handle":true}""", 400)]
    [InlineData("""{"handle":"\udc00\ud800"}""", 400)]
    [InlineData("""{"handle":"h","createdAt":"0001-01-01T00:00:00+14:00"}""", 400)]
    [InlineData("""{"handle":"h","createdAt":"9999-12-31T23:59:59-14:00"}""", 400)]
    [InlineData("""{"handle":"h",}""", 400)]
    [InlineData("""{"handle":"h"}{"handle":"i"}""", 400)]
    [InlineData("NaN", 400)]
    public async Task Odd_values_are_left_aside_or_refused(string body, int status) =>
        (await world.Send("PUT", $"/accounts/{ApiWorld.Fresh("odd")}", body)).Expect(status);

    [Fact]
    public async Task What_is_nested_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        await world.Refuses(400, "request.malformed", () => world.Send("PUT", "/accounts/deep", $$"""{"handle":"h","unknown":{{deep}}"""));
    }

    [Fact]
    public async Task What_was_written_with_half_characters_or_not_in_UTF8_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, world.Exactly("/api/v1/accounts/bytes"));
        request.Headers.Authorization = new("Bearer", ApiWorld.Key);
        request.Content = new ByteArrayContent([.. "{\"handle\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } };

        Assert.Equal("request.malformed", (await ApiWorld.Read(await world.Http.SendAsync(request))).Code);
    }

    [Fact]
    public async Task A_bad_line_of_an_import_stops_none_of_the_others()
    {
        var id = ApiWorld.Fresh("acc");
        var lines = new[]
        {
            """{"content":{"id":"x","authorId":"a","kind":"post","createdAt":"2026-01-01T00:00:00Z","media":[null]}}""",
            """{"report":{"subject":{"kind":"content","id":"\ud800"}}}""",
            """{"report":{"subject":{"kind":"content","id":"x"},"guideline":"no-such"}}""",
            """{"report":{"subject":{"kind":"content","id":"x"},"source":"legalNotice","legalNotice":{"explanation":"e","url":"https://e.org","goodFaith":true}}}""",
            string.Concat(Enumerable.Repeat("[", 10_000)),
            new string('x', 8 * 1024 * 1024 + 1),
            """{"account":{"id":"ID","handle":"h"}}""".Replace("ID", id, StringComparison.Ordinal),
        };

        var reply = (await world.Send("POST", "/import", string.Join('\n', lines), type: "application/x-ndjson")).Expect(200);

        Assert.Equal(1, reply["accepted"].GetInt32());
        Assert.Equal(
            ["request.invalid", "import.unreadable", "guideline.unknown", "report.noticeIncomplete", "import.unreadable", "import.lineTooLong"],
            reply["rejected"].EnumerateArray().Select(x => x.GetProperty("code").GetString()!));
    }

    internal static string Escape(string id) =>
        string.Concat(Encoding.UTF8.GetBytes(id).Select(x => char.IsAsciiLetterOrDigit((char)x) ? $"{(char)x}" : $"%{x:X2}"));

    private string? Stored(string query, string id)
    {
        using var connection = new SqliteConnection(world.Database);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = query;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteScalar() as string;
    }
}
