using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Takes back what a bad rule decided, some people at a time: all of one person's at once, so that they hear once.</summary>
internal sealed class OverturnWhereWork(ModerationDb db, Ledgers ledgers, Deciding deciding, TimeProvider clock) : IRunWork
{
    /// <summary>About so many decisions a chunk; one person's are never parted.</summary>
    public const int ChunkSize = 100;

    private const int MostLeft = 100;

    public RunKind Kind => RunKind.OverturnWhere;

    /// <param name="People">How many people something was taken back for.</param>
    /// <param name="Left">Those that could not be taken back, with the code of the refusal; the first hundred.</param>
    /// <param name="PassFrom">When this pass over all people began: a rule that goes on deciding makes another one necessary.</param>
    internal sealed record Progress(int People, IReadOnlyList<NotTaken> Left, DateTimeOffset PassFrom);

    internal sealed record NotTaken(DecisionId Decision, string Code);

    public async Task Next(Run run, CancellationToken ct)
    {
        var filter = OverturnFilter.Read(run);
        var sofar = run.Report is { } json
            ? JsonSerializer.Deserialize<Progress>(json, WireJson.Options)!
            : new(0, [], run.NotBefore);

        if (await NextPeople(filter, run.Cursor ?? "", ct) is { Length: > 0 } people)
        {
            var (looked, changed, after) = await TakeBack(run, filter, people, sofar, ct);
            run.Advance(people[^1].Value, looked, changed, Json(after));
        }
        else if (await filter.In(db).AnyAsync(x => x.MadeAt > sofar.PassFrom, ct))
        {
            run.Advance("", 0, 0, Json(sofar with { PassFrom = clock.GetUtcNow() }));
        }
        else
        {
            run.Finish(clock.GetUtcNow());
        }
    }

    private async Task<AccountId[]> NextPeople(OverturnFilter filter, string after, CancellationToken ct)
    {
#pragma warning disable CA1309 // The database compares ordinally, and understands no other way to say so.
        var authors = await filter.In(db).Where(x => string.Compare((string)(object)x.AuthorId, after) > 0)
            .OrderBy(x => x.AuthorId).Take(ChunkSize).Select(x => x.AuthorId).ToListAsync(ct);
#pragma warning restore CA1309
        // The last of a full page may have more; they come with the next, unless they are all there is.
        var isCut = authors.Count == ChunkSize && authors[0] != authors[^1];
        return [.. authors.Distinct().Where(x => !isCut || x != authors[^1])];
    }

    private async Task<(int Looked, int Changed, Progress After)> TakeBack(
        Run run, OverturnFilter filter, AccountId[] people, Progress sofar, CancellationToken ct)
    {
        await ledgers.Take(people);
        var decisions = await filter.In(db).Where(x => people.Contains(x.AuthorId)).OrderBy(x => x.AuthorId).ThenBy(x => x.Id).ToListAsync(ct);
        var left = sofar.Left.ToList();
        var reached = new HashSet<AccountId>();
        foreach (var (decision, result) in await deciding.OverturnAll(decisions, run.Reason, ct))
        {
            if (result.IsOk(out _, out var refusal))
                reached.Add(decision.AuthorId);
            else if (left.Count < MostLeft)
                left.Add(new(decision.Id, refusal.Code));
        }

        return (decisions.Count, decisions.Count(x => x.State is DecisionState.Overturned), sofar with { People = sofar.People + reached.Count, Left = left });
    }

    private static string Json(Progress progress) => JsonSerializer.Serialize(progress, WireJson.Options);
}
