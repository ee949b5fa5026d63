using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Moderation.EndToEnd;

// Law 5 where it is hardest on SQLite: two processes on one file.
public sealed class ClaimRaceTests
{
    private const int Moderators = 64;
    private const int Cases = 320;

    private static readonly string[] Roles = ["moderator"];

    [Fact]
    public async Task Sixty_four_moderators_on_two_nodes_never_share_a_case_and_lose_none()
    {
        using var database = new Database();
        await using var one = await RunningHost.Start(database);
        await using var other = await RunningHost.Start(database);
        using var first = one.Client();
        using var second = other.Client();
        await Fill(first);

        var decided = new ConcurrentBag<string>();
        var claims = new ConcurrentBag<(string Case, long Number)>();
        await Task.WhenAll(Enumerable.Range(0, Moderators).Select(x => Work(x % 2 == 0 ? first : second, x, claims, decided)));

        Assert.Equal(claims.Count, claims.Distinct().Count());
        Assert.Equal(Cases, decided.Count);
        Assert.Equal(Cases, decided.Distinct().Count());
        Assert.Equal(Cases, Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE CauseId IS NULL"));
        Assert.Equal(0, Queue.Waiting(database));
    }

    private static async Task Fill(HttpClient client)
    {
        for (var i = 0; i < Moderators; i++)
            await Expect(client.PutAsJsonAsync($"/api/v1/staff/m{i}", new { displayName = $"M{i}", roles = Roles, active = true }), HttpStatusCode.Created);

        var lines = Enumerable.Range(0, Cases).SelectMany(x => new[]
        {
            $$$"""{"account": {"id": "a{{{x}}}", "handle": "a{{{x}}}", "followerCount": {{{x * 37 % 5000}}}}}""",
            $$$"""{"content": {"id": "p{{{x}}}", "authorId": "a{{{x}}}", "kind": "post", "createdAt": "2026-11-01T00:00:00Z", "text": "Offer {{{x}}}."}}""",
            $$$"""{"report": {"subject": {"kind": "content", "id": "p{{{x}}}"}, "guideline": "spam"}}""",
        });
        using var content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "application/x-ndjson");
        await Expect(client.PostAsync("/api/v1/import", content), HttpStatusCode.OK);
    }

    // One in five gives its case back first, so that cases pass from hand to hand and from node to node.
    private static async Task Work(HttpClient client, int number, ConcurrentBag<(string, long)> claims, ConcurrentBag<string> decided)
    {
        for (var turn = 0; ; turn++)
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/review/claims", new { reviewer = $"m{number}" });
            if (answer.StatusCode is HttpStatusCode.NoContent)
                return;
            if (answer.StatusCode is HttpStatusCode.Conflict)
                continue;

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var claim = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var (id, claimNumber) = (claim.GetProperty("caseId").GetString()!, claim.GetProperty("claimNumber").GetInt64());
            claims.Add((id, claimNumber));
            var isReturned = (turn + number) % 5 == 0 && claimNumber < 3;
            await Expect(
                client.PostAsJsonAsync($"/api/v1/review/cases/{id}/{(isReturned ? "release" : "decide")}", new
                {
                    reviewer = $"m{number}",
                    claimNumber,
                    revision = 1,
                    guideline = "spam",
                    finding = "violates",
                    rationale = "Seen before.",
                }),
                isReturned ? HttpStatusCode.OK : HttpStatusCode.Created);
            if (!isReturned)
                decided.Add(id);
        }
    }

    private static async Task Expect(Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var answer = await call;
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
