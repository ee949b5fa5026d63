using Npgsql;
using NpgsqlTypes;

namespace Moderation.Benchmarks;

/// <summary>
/// The bare queue in PostgreSQL: one statement a claim with SKIP LOCKED, over an index in the very order of the queue. It checks no
/// rights, writes no audit and tells nobody: what it costs to keep a queue, and nothing else.
/// </summary>
internal sealed class PostgresQueue(PostgresServer server) : IQueueContender
{
    private static readonly int[] Lanes = [.. Enumerable.Range(0, MadeCase.Lanes)];

    public string Name => "PostgreSQL";

    public async Task Fill(int from, int until, IReadOnlyCollection<MadeCase> front)
    {
        if (from == 0)
            await Do("""
                CREATE TABLE cases (id bytea PRIMARY KEY, lane int NOT NULL, priority float8 NOT NULL, due_at bigint NOT NULL,
                    available_at bigint NOT NULL, holder int, claim_number bigint NOT NULL, waiting bool NOT NULL)
                """);
        await Do("DROP INDEX IF EXISTS next_case");
        await using (var connection = await server.Source.OpenConnectionAsync())
        await using (var copy = await connection.BeginBinaryImportAsync("COPY cases FROM STDIN BINARY"))
        {
            for (var i = from; i < until; i++)
            {
                var made = MadeCase.Of(i);
                await copy.StartRowAsync();
                await copy.WriteAsync(made.Id, NpgsqlDbType.Bytea);
                await copy.WriteAsync(made.Lane, NpgsqlDbType.Integer);
                await copy.WriteAsync(made.Priority, NpgsqlDbType.Double);
                await copy.WriteAsync(made.DueAt.UtcTicks, NpgsqlDbType.Bigint);
                await copy.WriteAsync(made.OpenedAt.UtcTicks, NpgsqlDbType.Bigint);
                await copy.WriteNullAsync();
                await copy.WriteAsync(0L, NpgsqlDbType.Bigint);
                await copy.WriteAsync(true, NpgsqlDbType.Boolean);
            }

            await copy.CompleteAsync();
        }

        await Do("CREATE INDEX next_case ON cases (priority DESC, due_at, id) WHERE waiting");
        await Do("VACUUM ANALYZE cases");
        await Do("CHECKPOINT");
    }

    public async Task Retire(IReadOnlyCollection<MadeCase> front)
    {
        await using var command = Command("UPDATE cases SET waiting = false WHERE id = ANY($1)", (object)front.Select(x => x.Id).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    public async Task<Held?> Claim(int person)
    {
        var now = DateTime.UtcNow;
        await using var command = Command("""
            UPDATE cases SET holder = $1, available_at = $2, claim_number = claim_number + 1 WHERE id = (
                SELECT id FROM cases WHERE waiting AND available_at <= $3 AND lane = ANY($4)
                ORDER BY priority DESC, due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, claim_number
            """, person, now.AddMinutes(15).Ticks, now.Ticks, Lanes);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? new(person, Convert.ToHexString((byte[])row[0]), row.GetInt64(1), null, now.AddMinutes(15).Ticks) : null;
    }

    public Task Decide(Held held) => Once("UPDATE cases SET waiting = false, holder = NULL WHERE id = $1 AND claim_number = $2 AND holder = $3", held);

    public Task Return(Held held) => Once("UPDATE cases SET available_at = 0, holder = NULL WHERE id = $1 AND claim_number = $2 AND holder = $3", held);

    public Task Expire(Held held) => Once("UPDATE cases SET available_at = 0 WHERE id = $1 AND claim_number = $2 AND holder = $3", held);

    public async Task Raise(string id)
    {
        await using var command = Command("UPDATE cases SET priority = priority + 2 WHERE id = $1", Convert.FromHexString(id));
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> Size()
    {
        await using var command = server.Source.CreateCommand("SELECT pg_total_relation_size('cases')");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Once(string change, Held held)
    {
        await using var command = Command(change, Convert.FromHexString(held.Id), held.Number, held.Person);
        if (await command.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("The claim was gone.");
    }

    private NpgsqlCommand Command(string text, params object[] values)
    {
        var command = server.Source.CreateCommand(text);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private async Task Do(string statement)
    {
        await using var command = server.Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
