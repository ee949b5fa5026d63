using System.Globalization;
using System.Text;
using System.Text.Json;
using Moderation.Laws;

namespace Moderation.EndToEnd;

/// <summary>9,773 lines of a real network, through the API and through the command; through the command by day only its first lines.</summary>
public sealed class ImportTests
{
    private const int Lines = 9773;

    private static readonly int CommandLines = Nightly.Many(3500, byNight: Lines);

    // What the file holds, counted by its own lines; its reports come last.
    private static readonly (string Table, int Rows)[] Expected = [("Accounts", 3789), ("Content", 4118), ("Reports", 1210), ("Signals", 656), ("Cases", 1866)];
    private static readonly (string Table, int Rows)[] ExpectedOfCommand = Nightly.IsNight ? Expected : [("Accounts", 1485), ("Content", 1741), ("Reports", 0), ("Signals", 274), ("Cases", 274)];

    [DataFact]
    public async Task Through_the_command_all_comes_in_and_a_second_time_nothing_changes()
    {
        using var database = new Database();
        var file = await FirstLines(database);

        Assert.Equal($"{CommandLines} accepted, 0 duplicates, 0 rejected", (await Import(database, file)).Last);
        Assert.Equal(ExpectedOfCommand, Count(database));
        Assert.Equal($"0 accepted, {CommandLines} duplicates, 0 rejected", (await Import(database, file)).Last);
        Assert.Equal(ExpectedOfCommand, Count(database));
    }

    [DataFact]
    public async Task Killed_in_the_middle_and_imported_again_nothing_is_lost_and_nothing_doubled()
    {
        using var database = new Database();
        var file = await FirstLines(database);
        using (var half = Program.With(database, demo: false, "import", file))
        {
            half.Start();
            await Until(half.StandardError, "3,0");
            half.Kill(entireProcessTree: true);
            await half.WaitForExitAsync();
        }

        var kept = Count(database);
        Assert.InRange(kept[0].Rows, 1, ExpectedOfCommand[0].Rows - 1);

        var again = await Import(database, file);
        Assert.Equal(0, again.Code);
        Assert.Equal(ExpectedOfCommand, Count(database));
        Assert.Equal(CommandLines, again.Last.Split(' ') is [var accepted, _, var duplicates, ..] ? Number(accepted) + Number(duplicates) : 0);
    }

    [DataFact]
    public async Task Through_the_API_it_is_the_same_and_broken_lines_are_named_one_by_one()
    {
        using var database = new Database();
        await using var host = await RunningHost.Start(database);
        using var client = host.Client();
        var lines = await File.ReadAllLinesAsync(SharedData.ScamComments);
        var broken = lines.ToList();
        // From behind, so that the numbers of the earlier ones stay.
        (int Line, string Text, string Code)[] faults =
        [
            (9000, """{"report": {"subject": {"kind": "content", "id": "comment-1"}, "guideline": "no-such-rule"}}""", "guideline.unknown"),
            (5000, """{"content": {"id": " spaced", "authorId": "a", "kind": "post", "createdAt": "2026-10-01T00:00:00Z"}}""", "request.invalid"),
            (3000, """{"gallery": {"id": "1"}}""", "import.unknownKind"),
            (700, """{"content": {"id": "x", "authorId": "a", "kind": "painting", "createdAt": "2026-10-01T00:00:00Z"}}""", "import.unreadable"),
            (10, "this is not JSON", "import.unreadable"),
        ];
        foreach (var (line, text, _) in faults)
            broken.Insert(line - 1, text);

        var first = await Post(client, string.Join('\n', broken));
        Assert.Equal((Lines, 0), (first.GetProperty("accepted").GetInt32(), first.GetProperty("duplicates").GetInt32()));
        Assert.Equal(
            faults.Select((x, i) => (x.Line + faults.Length - 1 - i, x.Code)).Order(),
            first.GetProperty("rejected").EnumerateArray().Select(x => (x.GetProperty("line").GetInt32(), x.GetProperty("code").GetString()!)));
        Assert.Equal(Expected, Count(database));

        var second = await Post(client, string.Join('\n', lines));
        Assert.Equal((0, Lines), (second.GetProperty("accepted").GetInt32(), second.GetProperty("duplicates").GetInt32()));
        Assert.Equal(Expected, Count(database));
    }

    private static async Task<string> FirstLines(Database database)
    {
        var file = Path.Combine(database.Folder, "import.ndjson");
        await File.WriteAllLinesAsync(file, File.ReadLines(SharedData.ScamComments).Take(CommandLines));
        return file;
    }

    private static async Task<JsonElement> Post(HttpClient client, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    private static async Task<(int Code, string Last)> Import(Database database, string file)
    {
        using var import = Program.With(database, demo: false, "import", file);
        import.Start();
        var progress = import.StandardError.ReadToEndAsync();
        var output = await import.StandardOutput.ReadToEndAsync();
        Assert.Contains("100 %", await progress, StringComparison.Ordinal);
        await import.WaitForExitAsync();
        return (import.ExitCode, output.TrimEnd().Split('\n')[^1]);
    }

    private static async Task Until(StreamReader stream, string text)
    {
        var read = new StringBuilder();
        var buffer = new char[64];
        while (!read.ToString().Contains(text, StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var count)
            read.Append(buffer, 0, count);
    }

    private static (string Table, int Rows)[] Count(Database database) =>
        [.. Expected.Select(x => (x.Table, Queue.Number(database, $"SELECT COUNT(*) FROM {x.Table}")))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
