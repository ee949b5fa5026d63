using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moderation.Notices;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

public sealed class ProblemTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/eligibility/snapshot")]
    [InlineData("GET", "/eligibility/changes")]
    [InlineData("GET", "/statements-of-reasons")]
    [InlineData("GET", "/transparency/report")]
    [InlineData("GET", "/accounts//status")]
    public async Task Nothing_is_at_other_addresses(string method, string path)
    {
        await world.Refuses(404, "route.unknown", () => world.Send(method, path));
        await world.Refuses(404, "route.unknown", () => world.Send(method, path, key: null));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_named()
    {
        var reply = await world.Refuses(405, "route.methodNotAllowed", () => world.Get("/reports"));

        Assert.Equal(["POST"], reply.Message.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/reports", "text/plain")]
    [InlineData("/reports", "application/json; charset=klingon")]
    [InlineData("/import", "application/json")]
    public Task Another_content_type_is_not_taken(string path, string type) =>
        world.Refuses(415, "request.unsupportedMediaType", () => world.Send("POST", path, "{}", type: type));

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("""{"subject":7}""", "subject")]
    [InlineData("""{"subject":{"kind":"content","id":7}}""", "subject.id")]
    [InlineData("""{"subject":{"kind":"thing","id":"x"}}""", "subject.kind")]
    [InlineData("""{"subject":{"kind":1,"id":"x"}}""", "subject.kind")]
    [InlineData("""{"subject":{"kind":"content","id":null}}""", "subject.id")]
    [InlineData("""{"subject":{"kind":"content","id":"x"},"details":"\ud800"}""", "details")]
    [InlineData("""{"subject":{"kind":"content","id":"x"},"observedAt":"yesterday"}""", "observedAt")]
    [InlineData("""{"subject":{"kind":"content"}}""", "subject.id")]
    [InlineData("""{"source":"member"}""", "subject")]
    public async Task What_cannot_be_read_is_said_with_its_place(string body, string field)
    {
        var reply = await world.Refuses(400, "request.malformed", () => world.Send("POST", "/reports", body));

        if (field != "$")
            Assert.Equal([field], reply["errors"].EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Too_much_is_not_taken_whether_or_not_its_length_is_told()
    {
        var much = $$"""{"handle":"h","extra":"{{new string('x', 4 * 1024 * 1024)}}"}""";
        await world.Refuses(413, "request.tooLarge", () => world.Send("PUT", "/accounts/x", much));
        await world.Refuses(413, "request.tooLarge", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, world.Exactly("/api/v1/accounts/x"));
            request.Headers.Authorization = new("Bearer", ApiWorld.Key);
            request.Headers.TransferEncodingChunked = true;
            request.Content = new StringContent(much, Encoding.UTF8, "application/json");
            return await ApiWorld.Read(await world.Http.SendAsync(request));
        });
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again()
    {
        await using var limited = new ApiWorld { Host = { Settings = { ["Api:RequestsPerMinute"] = "3" } } };
        for (var i = 0; i < 3; i++)
            (await limited.Get("/events")).Expect(200);

        var reply = await limited.Refuses(429, "rate.limited", () => limited.Get("/events"));

        Assert.InRange(reply.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Nothing_of_a_failure_gets_out_but_its_reference()
    {
        var reply = await Failing(new InvalidOperationException("secret insides"), 500, "server.error", out var failing);

        Assert.Contains(reply.Text("reference"), reply.Text("detail"), StringComparison.Ordinal);
        Assert.Contains(reply.Text("reference"), failing.Host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret insides", reply.Json.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(13)]
    public async Task A_database_that_is_locked_or_full_is_said_to_be_busy(int code) =>
        await Failing(new DbUpdateException("no", new SqliteException("disk", code)), 503, "server.busy", out _);

    private static Task<Reply> Failing(Exception failure, int status, string code, out ApiWorld failing)
    {
        var broken = failing = new ApiWorld();
        broken.Host.Instead = services => services.Replace(ServiceDescriptor.Scoped<MediatR.IRequestHandler<EventFeed, Result<EventFeed.Answer>>>(
            _ => new Throws(failure)));
        return broken.Refuses(status, code, () => broken.Get("/events"));
    }

    private sealed class Throws(Exception failure) : MediatR.IRequestHandler<EventFeed, Result<EventFeed.Answer>>
    {
        public Task<Result<EventFeed.Answer>> Handle(EventFeed request, CancellationToken cancellationToken) => throw failure;
    }
}
