using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Content;
using Moderation.Storage;

namespace Moderation.Benchmarks;

/// <summary>What it costs to find, among all pictures ever posted, those that look like one: rows and bytes for each, and the time to ask.</summary>
internal static class LookAlikes
{
    private const int Asked = 300;

    public static async Task<int> Measure(int count)
    {
        await using var product = await Installed.Open();
        var before = product.Size;
        var hashes = await Fill(product, count);
        Figures.Say("pictures", count, "");
        Figures.Say("rows a new picture", (double)product.Rows("PictureWords") / count, "");
        Figures.Say("bytes a new picture", (double)(product.Size - before) / count, "");

        var (chance, times, compared) = (new Random(7), new List<double>(), 0);
        using var scope = product.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ModerationDb>();
        for (var i = -20; i < Asked; i++)
        {
            var place = chance.Next(count);
            var wanted = BankOfHashes.Changed(hashes[place], (i + 20) % (PdqHash.MostApart + 1), chance);
            var start = Stopwatch.GetTimestamp();
            var (found, _) = await db.LookAlikes(wanted, default);
            if (i >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!found.Contains(hashes[place]))
                throw new InvalidOperationException("A picture that looks alike was not found.");
            compared += found.Count;
        }

        Figures.Say("to ask, median", times.At(0.5), "ms");
        Figures.Say("to ask, p99", times.At(0.99), "ms");
        return compared > 0 ? 0 : 1;
    }

    private static async Task<PdqHash[]> Fill(Installed product, int count)
    {
        var chance = new Random(20_260_101);
        var hashes = Enumerable.Range(0, count).Select(_ => BankOfHashes.Made(chance)).ToArray();
        await using var connection = await product.Connect();
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO \"PictureWords\" (\"Word\", \"Hash\", \"Version\") VALUES ($word, $hash, 0)";
        var (word, hash) = (insert.Parameters.AddWithValue("$word", 0), insert.Parameters.AddWithValue("$hash", Array.Empty<byte>()));
        foreach (var row in hashes.SelectMany(PictureWord.Of))
        {
            (word.Value, hash.Value) = (row.Word, row.Hash);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        // What lies in the log still is no second copy.
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        return hashes;
    }
}
