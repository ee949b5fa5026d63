using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Moderation.EndToEnd;

/// <summary>What the host platform and its rankers ask, as they would.</summary>
internal sealed class Api(HttpClient client)
{
    public async Task Import(string file)
    {
        using var content = new StringContent(await File.ReadAllTextAsync(file), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a surface may do with an item, for an adult stranger: the action, and the grounds.</summary>
    public async Task<string> Verdict(string surface, string content)
    {
        var answer = await Post("/api/v1/eligibility", new { surface, viewer = new { age = 30 }, candidates = new[] { new { content } } });
        var verdict = answer.GetProperty("verdicts")[0];
        var grounds = verdict.TryGetProperty("grounds", out var given) ? given.EnumerateArray().Select(x => x.GetString()) : [];
        return string.Join(' ', grounds.Prepend(verdict.GetProperty("action").GetString()));
    }

    /// <summary>How many outcomes the explanation of an item names as in force.</summary>
    public async Task<int> InForce(string content, string? query = null) =>
        (await Get($"/api/v1/eligibility/content/{content}{query}")).GetProperty("standing").GetArrayLength();

    public async Task<JsonElement> Get(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task Put(string path, object body)
    {
        using var answer = await client.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> Post(string path, object body, HttpStatusCode? status = null)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status is { } expected ? answer.StatusCode == expected : answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
