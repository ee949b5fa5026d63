using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Web.Media;

namespace Moderation.Web.Tests.Media;

/// <summary>The whole way: a signed-in moderator asks the real host, which asks a small and ill-behaved server.</summary>
public sealed class MediaEndpointTests : IAsyncLifetime, IAsyncDisposable
{
    private const long Gigabyte = 1L << 30;

    private readonly TestHost host = new();
    private readonly PictureServer server = new();
    private readonly Dictionary<string, IPAddress> names = [];
    private HttpClient moderator = default!;

    public async Task InitializeAsync()
    {
        host.Settings["Media:AllowedHosts:0"] = server.Host;
        host.Settings["Media:AllowedHosts:1"] = "inside.example";
        host.Settings["Media:FirstByteSeconds"] = "1";
        host.Settings["Media:IdleSeconds"] = "1";
        host.Instead = services => services.AddSingleton<Resolve>((name, _) => Task.FromResult(names.TryGetValue(name, out var at) ? new[] { at } : []));
        host.UseKestrel(0);
        host.StartServer();
        moderator = await SignIn("moderator", "Moderator-1234");
    }

    public async Task DisposeAsync()
    {
        moderator.Dispose();
        await server.DisposeAsync();
        await host.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task A_picture_comes_through_and_nothing_of_who_asks_goes_out()
    {
        server.Gives("/a.png", "image/png", PictureServer.Png);
        using var answer = await Ask(server.Url("/a.png"));

        Assert.Equal(PictureServer.Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.Private);
        var asked = Assert.Single(server.Asked);
        foreach (var name in new[] { "Cookie", "Referer", "Authorization", "traceparent", "Origin" })
            Assert.DoesNotContain($"\n{name}:", asked, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Strangers_members_and_other_staff_get_nothing()
    {
        server.Gives("/a.png", "image/png", PictureServer.Png);
        var address = await Put(server.Url("/a.png"));
        using var stranger = Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address)).StatusCode);
        using var member = await SignIn("nova", "Member-12345678");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(address)).StatusCode);
        using var policy = await SignIn("policy", "Policy-12345678");
        Assert.Equal(HttpStatusCode.Forbidden, (await policy.GetAsync(address)).StatusCode);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_three_times_and_each_is_looked_at()
    {
        server.Gives("/a.png", "image/png", PictureServer.Png);
        server.Leads("/3", "/2");
        server.Leads("/2", "/1");
        server.Leads("/1", "/a.png");
        server.Leads("/4", "/3");
        server.Leads("/round", "/round");
        server.Leads("/out", "https://elsewhere.example/a.png");
        server.Leads("/in", "http://169.254.169.254/latest");
        server.Leads("/scheme", "file:///etc/passwd");
        using (var three = await Ask(server.Url("/3")))
            Assert.Equal(HttpStatusCode.OK, three.StatusCode);
        Assert.DoesNotContain(server.Asked, x => x.Contains("track=1", StringComparison.Ordinal));

        Assert.Equal("media.redirects", await Refused(server.Url("/4")));
        Assert.Equal("media.redirects", await Refused(server.Url("/round")));
        foreach (var path in new[] { "/out", "/in", "/scheme" })
            Assert.Equal("media.hostNotAllowed", await Refused(server.Url(path)));
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00::1")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string address)
    {
        names["inside.example"] = IPAddress.Parse(address);
        Assert.Equal("media.hostNotAllowed", await Refused("https://inside.example/a.png"));
    }

    [Theory]
    [InlineData("https://not-allowed.example/a.png")]
    [InlineData("//cdn.example/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/etc/passwd")]
    public async Task Other_addresses_are_not_asked(string url) => Assert.Equal("media.hostNotAllowed", await Refused(url));

    [Fact]
    public async Task Only_pictures_videos_and_sounds_come_through_and_they_are_what_they_say()
    {
        var svg = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        foreach (var type in new[] { "image/svg+xml", "text/html", "application/octet-stream", "image/png", "image/jpeg", "video/mp4", "audio/mpeg" })
        {
            server.Gives("/x", type, svg);
            Assert.Equal("media.wrongType", await Refused(server.Url("/x")));
        }

        server.Says("/packed", $"HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Encoding: gzip\nContent-Length: {PictureServer.Png.Length}", PictureServer.Png);
        Assert.Equal("media.wrongType", await Refused(server.Url("/packed")));
        server.Gives("/empty", "image/png", []);
        Assert.Equal("media.wrongType", await Refused(server.Url("/empty")));
    }

    [Fact]
    public async Task Parts_of_a_video_may_be_asked_for()
    {
        var video = (byte[])[0, 0, 0, 0x18, .. "ftypmp42"u8, .. new byte[500]];
        server.Does("/v.mp4", async (head, stream, ct) =>
        {
            var isPart = head.Contains("Range: bytes=100-199", StringComparison.OrdinalIgnoreCase);
            var body = isPart ? video[100..200] : video;
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(isPart
                ? $"HTTP/1.1 206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 100-199/{video.Length}\r\nContent-Length: 100\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: {video.Length}\r\nConnection: close\r\n\r\n"), .. body], ct);
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, await Put(server.Url("/v.mp4")));
        request.Headers.Range = new RangeHeaderValue(100, 199);
        using var part = await moderator.SendAsync(request);

        Assert.Equal((HttpStatusCode.PartialContent, 100L, (long?)video.Length), (part.StatusCode, (await part.Content.ReadAsByteArrayAsync()).LongLength, part.Content.Headers.ContentRange!.Length));
        using var whole = await Ask(server.Url("/v.mp4"));
        Assert.Equal(("bytes", video.Length), (Assert.Single(whole.Headers.AcceptRanges), (await whole.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task What_is_said_to_be_too_large_is_not_begun()
    {
        server.Says("/large", $"HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: {Gigabyte}", PictureServer.Png);
        Assert.Equal("media.tooLarge", await Refused(server.Url("/large")));
    }

    [Fact]
    public async Task A_gigabyte_that_says_nothing_of_it_is_cut_off_and_never_in_memory()
    {
        server.Does("/endless", (_, stream, ct) => Pour(stream, "", ct));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var answer = await moderator.GetAsync(await Put(server.Url("/endless")), HttpCompletionOption.ResponseHeadersRead);
        var (got, most) = (0L, 0L);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            var buffer = new byte[1 << 16];
            while (await body.ReadAsync(buffer) is > 0 and var read)
            {
                got += read;
                if (got % (1 << 22) < read)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });

        Assert.InRange(got, 1, new MediaSettings().MaxBytes);
        Assert.InRange(most, long.MinValue, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Who_says_more_than_comes_is_not_taken_for_whole()
    {
        server.Says("/short", "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 5000\nConnection: close", PictureServer.Png);
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await (await Ask(server.Url("/short"))).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_hangs_is_not_waited_for()
    {
        server.Does("/silent", (_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        Assert.Equal("media.tooSlow", await Refused(server.Url("/silent")));

        server.Does("/stops", async (_, stream, ct) =>
        {
            await stream.WriteAsync((byte[])[.. "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 90000\r\n\r\n"u8, .. PictureServer.Png], ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await Ask(server.Url("/stops"))).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_is_not_there_or_gives_nothing_is_said()
    {
        server.Says("/404", "HTTP/1.1 404 Not Found\nContent-Length: 0");
        Assert.Equal("media.notThere", await Refused(server.Url("/404")));
        server.Says("/broken", "This is no HTTP.");
        Assert.Equal("media.notReached", await Refused(server.Url("/broken")));
        Assert.Equal("media.noAddress", await Refused(null));
    }

    [Fact]
    public async Task Ids_may_hold_any_character()
    {
        server.Gives("/a.png", "image/png", PictureServer.Png);
        foreach (var id in new[] { "a/b", "a%2Fb", "é?#&+ 😀", "a\\b" })
            Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync(await Put(server.Url("/a.png"), id))).StatusCode);
    }

    // Headers say nothing of how much will come.
    private static async Task Pour(Stream stream, string more, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n{more}Connection: close\r\n\r\n"), ct);
        await stream.WriteAsync(PictureServer.Png, ct);
        var piece = new byte[1 << 16];
        for (var sent = 0L; sent < Gigabyte; sent += piece.Length)
            await stream.WriteAsync(piece, ct);
    }

    private async Task<HttpResponseMessage> Ask(string url) => await moderator.GetAsync(await Put(url), HttpCompletionOption.ResponseHeadersRead);

    private async Task<string> Refused(string? url)
    {
        using var answer = await moderator.GetAsync(await Put(url));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return await Code(answer);
    }

    private static async Task<string> Code(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;

    private async Task<string> Put(string? url, string? id = null)
    {
        var content = new ContentId(id ?? Guid.NewGuid().ToString("N"));
        var put = await host.Services.GetRequiredService<IUseCases>().Run(Actor.Product, new PutContent(
            content, new AccountId("author"), ContentKind.Post, DateTimeOffset.UtcNow, Text: $"{Guid.NewGuid()}", Media: [new("m1", MediaKind.Image, url)]));
        return MediaEndpoint.Address(content, put.Match(x => x.Revision, _ => 0), 0);
    }

    private HttpClient Client() => SignedIn.Nobody(host.ClientOptions.BaseAddress);

    private Task<HttpClient> SignIn(string name, string password) => SignedIn.As(host.ClientOptions.BaseAddress, name, password);
}
