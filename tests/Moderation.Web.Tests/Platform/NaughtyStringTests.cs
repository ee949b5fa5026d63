using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Moderation.Laws;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

/// <summary>The Big List of Naughty Strings, through every place that takes words.</summary>
public sealed class NaughtyStringTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly string? List = Find();

    // Deciding each before its appeal is most of the work.
    private static readonly int Appealed = Nightly.Many(5, byNight: 1);

    [NaughtyFact]
    public async Task Texts_names_details_and_statements_come_back_unharmed()
    {
        foreach (var (at, text) in Read().Index())
        {
            var name = text is { Length: > 0 and <= 200 } && !string.IsNullOrWhiteSpace(text) ? text : "h";
            var author = ApiWorld.Fresh("acc");
            (await world.Put($"/accounts/{author}", new { handle = name, displayName = name })).Expect(201);
            var (content, _) = await world.Content(text, author);
            (await world.Post("/reports", new { subject = ApiWorld.Subject(content), details = text, externalId = content })).Expect(202);
            Assert.Equal(text, Stored("SELECT Text FROM ContentRevisions WHERE ContentId = $id", content));
            Assert.Equal(text, Stored("SELECT Details FROM Reports WHERE ExternalId = $id", content));
            var account = (await world.Get($"/accounts/{author}/status")).Expect(200)["account"];
            Assert.Equal((name, name), (account.GetProperty("handle").GetString(), account.GetProperty("displayName").GetString()));
            if (string.IsNullOrWhiteSpace(text) || at % Appealed != 0)
                continue;

            var decision = (await world.Decide(content)).Expect(201).Text("id");
            var appeal = (await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = text })).Expect(201).Text("id");
            Assert.Equal(text, (await world.Get($"/appeals/{appeal}")).Text("statement"));
        }
    }

    [NaughtyFact]
    public async Task As_ids_they_are_taken_whole_or_refused_with_a_code()
    {
        foreach (var id in Read().Where(x => x.Length > 0))
        {
            var path = HostileInputTests.Escape(id);
            if (id.Contains('\0', StringComparison.Ordinal))
                continue;

            var told = await world.Put($"/accounts/{path}", new { handle = "h" });
            if (TextId.IsValid(id))
            {
                Assert.Equal(id, told.Text("id"));
                Assert.Equal(id, (await world.Get($"/accounts/{path}/status")).Expect(200)["account"].GetProperty("id").GetString());
            }
            else
            {
                Assert.Equal((400, "request.invalid"), ((int)told.Status, told.Code));
            }
        }
    }

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

    private static string[] Read()
    {
        using var file = new GZipStream(File.OpenRead(List!), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<string[]>(file)!;
    }

    private static string? Find([CallerFilePath] string here = "")
    {
        var root = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Moderation.sln")))
            root = root.Parent;

        var shared = Environment.GetEnvironmentVariable("MODERATION_SHARED") ?? (root is null ? null : Path.Combine(root.FullName, "..", "shared"));
        return shared is not null && Path.Combine(shared, "data", "text-naughty-strings", "blns.json.gz") is var list && File.Exists(list) ? list : null;
    }

    private sealed class NaughtyFactAttribute : FactAttribute
    {
        public NaughtyFactAttribute() => Skip = List is null ? "The list is not there: set MODERATION_SHARED." : null;
    }
}
