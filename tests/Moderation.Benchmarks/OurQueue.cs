using Microsoft.Data.Sqlite;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Benchmarks;

/// <summary>The product itself, through its one door: rights, audit, notices and all.</summary>
internal sealed class OurQueue(Installed product) : IQueueContender
{
    public string Name => "ours";

    public static async Task<OurQueue> Open(string folder, int people)
    {
        var product = await Installed.Open(folder);
        for (var i = 0; i < people; i++)
            await product.Do(new PutStaff(
                Person(i), $"M{i}", null, [Role.Moderator, Role.Lead], null, null, Active: true, Account: new AccountId($"own-{i}")));
        return new(product);
    }

    public Task Fill(int from, int until, IReadOnlyCollection<MadeCase> front) => CaseFill.Fill(product, from, until, front);

    public async Task Retire(IReadOnlyCollection<MadeCase> front)
    {
        await using var connection = await product.Connect();
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Cases SET Stage = 'Void', Holder = NULL WHERE Id = $id";
        var id = command.Parameters.AddWithValue("$id", DBNull.Value);
        foreach (var made in front)
        {
            id.Value = made.Id;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public async Task<Held?> Claim(int person)
    {
        if (!(await product.Run(new ClaimNextCase(Person(person)), new Actor.Staff(Person(person)))).IsOk(out var claim, out var refusal))
            return refusal == ReviewErrors.NothingWaits ? null : throw new InvalidOperationException(refusal.Code);

        return new(person, Convert.ToHexString(claim.CaseId.Value.ToByteArray(true)), claim.ClaimNumber, claim.Case.Revision, claim.LeaseUntil.UtcTicks);
    }

    public Task Decide(Held held) => product.Do(
        new DecideCase(Person(held.Person), Id(held), held.Number, held.Revision, "spam", Finding.Violates, null, "As seen."), new Actor.Staff(Person(held.Person)));

    public Task Return(Held held) => product.Do(new ReleaseClaim(Person(held.Person), Id(held), held.Number), new Actor.Staff(Person(held.Person)));

    public async Task Expire(Held held)
    {
        await using var connection = await product.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Cases SET AvailableAt = $now, Version = Version + 1 WHERE Id = $id AND ClaimNumber = $number AND Stage = 'Waiting'";
        command.Parameters.AddWithValue("$now", DateTime.UtcNow.Ticks);
        command.Parameters.AddWithValue("$id", Convert.FromHexString(held.Id));
        command.Parameters.AddWithValue("$number", held.Number);
        await command.ExecuteNonQueryAsync();
    }

    public Task Raise(string id) => product.Do(new FileReport(new(SubjectKind.Content, CaseFill.ContentOf(id)), new AccountId("reporter"), "violence"));

    /// <summary>What the queue page asks.</summary>
    public async Task<int> Page() => (await product.Do(new ReviewQueue(), new Actor.Staff(Person(0)))).Rows.Count;

    /// <summary>What a case that waits is ordered by now; null for others.</summary>
    public async Task<(double Priority, long DueAt)?> Rank(string id)
    {
        await using var connection = await product.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Priority, DueAt FROM Cases WHERE Id = $id AND Stage = 'Waiting'";
        command.Parameters.AddWithValue("$id", Convert.FromHexString(id));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? (row.GetDouble(0), row.GetInt64(1)) : null;
    }

    public Task<long> Size() => Task.FromResult(product.Size);

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private static StaffId Person(int number) => new($"m{number}");

    private static CaseId Id(Held held) => new(new Guid(Convert.FromHexString(held.Id), bigEndian: true));
}
