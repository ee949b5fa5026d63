using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Web.Import;

/// <summary>What became of an import so far.</summary>
/// <param name="Rejected">Every line that was refused, with its number and why.</param>
internal sealed record ImportCount(long Accepted, long Duplicates, List<ImportLines.Rejection> Rejected)
{
    public long Lines => Accepted + Duplicates + Rejected.Count;
}

/// <summary>Sends a file through the door, a few hundred lines at a time. What was counted is durably stored.</summary>
internal sealed class Importer(IUseCases useCases)
{
    /// <summary>In characters: long lines go fewer at a time, so that nobody else waits long for the database.</summary>
    private const int MaxBatchLength = 4_000_000;

    public async Task<ImportCount> Import(Actor actor, Stream file, Action<ImportCount>? progress, CancellationToken ct)
    {
        var count = new ImportCount(0, 0, []);
        var batch = new List<Line>(ImportLines.MaxLines);
        var size = 0L;
        await foreach (var line in LineReader.Lines(file, ct))
        {
            if (line.Fault is not LineFault.None)
                count.Rejected.Add(Rejection(line));
            else if (!string.IsNullOrWhiteSpace(line.Text))
                batch.Add(line);

            size += line.Text?.Length ?? 0;
            if (batch.Count < ImportLines.MaxLines && size < MaxBatchLength)
                continue;

            count = await Send(actor, batch, count, ct);
            batch.Clear();
            size = 0;
            progress?.Invoke(count);
        }

        if (batch.Count > 0)
            count = await Send(actor, batch, count, ct);
        progress?.Invoke(count);
        count.Rejected.Sort((a, b) => a.Line.CompareTo(b.Line));
        return count;
    }

    // Lines that cannot go together go one by one, so that one of them never takes the others along.
    private async Task<ImportCount> Send(Actor actor, List<Line> lines, ImportCount count, CancellationToken ct)
    {
        var answer = await useCases.Run(actor, new ImportLines([.. lines.Select(x => x.Text!)]), null, ct);
        if (answer.IsOk(out var taken, out var refusal))
        {
            count.Rejected.AddRange(taken.Rejected.Select(x => x with { Line = lines[x.Index].Number }));
            return count with { Accepted = count.Accepted + taken.Accepted, Duplicates = count.Duplicates + taken.Duplicates };
        }

        if (lines is [var only])
        {
            count.Rejected.Add(new(0, only.Number, refusal.Code, refusal.Words));
            return count;
        }

        foreach (var line in lines)
            count = await Send(actor, [line], count, ct);
        return count;
    }

    private static ImportLines.Rejection Rejection(Line line)
    {
        var error = line.Fault is LineFault.TooLong ? ReportErrors.LineTooLong : ReportErrors.LineNotUtf8;
        return new(0, line.Number, error.Code, error.Words);
    }
}
