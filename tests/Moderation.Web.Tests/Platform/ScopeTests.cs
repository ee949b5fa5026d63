using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

public sealed class ScopeTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    public static TheoryData<string> Calls => [.. Call.All.Select(x => x.ToString())];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_scope_opens_what_the_contract_says_and_nothing_else(string name)
    {
        var call = Call.All.Single(x => x.ToString() == name);
        foreach (var scope in Enum.GetValues<Scope>())
        {
            var key = await world.KeyOf("scoped", scope);
            if (call.Scopes.Contains(scope))
                Assert.True((await Make(call, key.Secret)).Code?.StartsWith("auth.", StringComparison.Ordinal) is not true);
            else
                await world.Refuses(403, "auth.notAllowed", () => Make(call, key.Secret));
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Without_a_good_key_nothing_opens(string name)
    {
        var call = Call.All.Single(x => x.ToString() == name);
        var revoked = await world.KeyOf("gone", Enum.GetValues<Scope>());
        await world.Revoke(revoked.Id);

        foreach (var key in new[] { null, "no-such-key", revoked.Secret })
        {
            var reply = await world.Refuses(401, "auth.required", () => Make(call, key));
            Assert.Equal("Bearer", reply.Message.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task A_sign_in_of_the_pages_opens_nothing_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, world.Exactly("/api/v1/events"));
        request.Headers.Add("Cookie", ".AspNetCore.Identity.Application=anything");
        using var answer = await world.Http.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_key_that_is_taken_back_stops_at_once()
    {
        var key = await world.KeyOf("soon-gone", Scope.Platform);
        (await world.Get("/events", key.Secret)).Expect(200);

        await world.Revoke(key.Id);

        await world.Refuses(401, "auth.required", () => world.Get("/events", key.Secret));
    }

    private Task<Reply> Make(Call call, string? key) => world.Send(call.Method, call.Path, call.Body, key, type: call.Type);
}
