using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Message)
{
    public string? Code => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string field] => Json.GetProperty(field);

    public string Text(string field) => Json.GetProperty(field).GetString()!;

    public Reply Expect(int status)
    {
        Assert.True((int)Status == status, $"{(int)Status} instead of {status}: {Json}");
        return this;
    }
}

/// <summary>The host as an outside program sees it, with a network to talk about.</summary>
public sealed class ApiWorld : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>The key with every scope that Development seeds.</summary>
    public const string Key = "development-key-with-every-scope";

    private HttpClient? http;

    public TestHost Host { get; } = new();

    /// <summary>Over a real socket: what a server does to paths and bodies belongs to the contract.</summary>
    public HttpClient Http => http ??= Start();

    /// <summary>For a look behind the host that runs.</summary>
    public string Database => Started.ConnectionString;

    private TestHost Started => Http.BaseAddress is null ? throw new InvalidOperationException("The host has no address.") : Host;

    public IUseCases UseCases => Started.Services.GetRequiredService<IUseCases>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        http?.Dispose();
        await Host.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    public async Task<Reply> Send(
        string method, string path, object? body = null, string? key = Key, string? retry = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new(method), Exactly($"/api/v1{path}"));
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        if (retry is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", retry);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, MediaTypeHeaderValue.Parse(type));

        return await Read(await Http.SendAsync(request));
    }

    public Task<Reply> Get(string path, string? key = Key) => Send("GET", path, null, key);

    public Task<Reply> Put(string path, object body, string? key = Key) => Send("PUT", path, body, key);

    public Task<Reply> Post(string path, object? body = null, string? key = Key, string? retry = null) => Send("POST", path, body, key, retry);

    private HttpClient Start()
    {
        Host.UseKestrel(0);
        Host.StartServer();
        return new() { BaseAddress = Host.ClientOptions.BaseAddress };
    }

    public static async Task<Reply> Read(HttpResponseMessage message)
    {
        var text = await message.Content.ReadAsStringAsync();
        return new(message.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, message);
    }

    /// <summary>An address that nothing rewrites on the way.</summary>
    public Uri Exactly(string path) => new(new Uri(Http.BaseAddress!, "/").ToString().TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    public async Task<T> Run<T>(Actor actor, IUseCase<T> useCase) =>
        (await UseCases.Run(actor, useCase)).Match(x => x, refused => throw new InvalidOperationException($"{refused.Code}: {refused.Words}"));

    public Task<MakeApiKey.Answer> KeyOf(string client, params Scope[] scopes) =>
        Run(Actor.Product, new MakeApiKey("test", client, scopes));

    public async Task Revoke(ApiKeyId key) => await Run(new Actor.Staff(new("admin")), new RevokeApiKey(key));

    public static string Fresh(string kind) => $"{kind}-{Guid.NewGuid():N}";

    public async Task<string> Account(object? body = null)
    {
        var id = Fresh("acc");
        await Put($"/accounts/{id}", body ?? new { handle = $"handle.{id}" });
        return id;
    }

    public async Task<(string Content, string Author)> Content(string text = "Buy now, double your money!", string? author = null)
    {
        author ??= await Account();
        var id = Fresh("post");
        (await Put($"/content/{id}", Item(author, text))).Expect(201);
        return (id, author);
    }

    public object Item(string author, string text) =>
        new { authorId = author, kind = "post", createdAt = Host.Clock.GetUtcNow().AddHours(-1), text };

    public static object Subject(string content) => new { kind = "content", id = content };

    /// <summary>A decision, with fields put in or changed.</summary>
    public async Task<Reply> Decide(string content, object? changes = null)
    {
        var body = JsonSerializer.SerializeToNode(new
        {
            subject = Subject(content),
            guideline = "fraud",
            finding = "violates",
            rationale = "It promises money.",
            automation = "none",
            decidedBy = "kestrel",
        })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(changes ?? new { })!.AsObject())
            body[name] = value?.DeepClone();
        return await Post("/decisions", (object)body.ToJsonString());
    }
}
