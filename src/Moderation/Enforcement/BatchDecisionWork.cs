using System.Text.Json;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Decides a batch some people at a time: all of one person's at once, so that they hear once.</summary>
internal sealed class BatchDecisionWork(ModerationDb db, BatchLook look, GraveDecisions grave, Ledgers ledgers, TimeProvider clock) : IRunWork
{
    /// <summary>About so many subjects a chunk; one person's are never parted.</summary>
    public const int ChunkSize = 50;

    public RunKind Kind => RunKind.BatchDecision;

    /// <summary>What came of each: <c>done</c>, or the code of the refusal.</summary>
    internal sealed record Came(SubjectKind Kind, string Id, string Code);

    public async Task Next(Run run, CancellationToken ct)
    {
        var batch = JsonSerializer.Deserialize<Batch>(run.What, WireJson.Options)!;
        var now = clock.GetUtcNow();
        // Who asked may have left since, and what they asked for with them.
        if (await db.StaffWith(batch.By, Claims.Roles, ct) is not { } member)
        {
            run.Cancel(now);
            return;
        }

        Batch.Item[] items = [.. NextOf(batch, run.Cursor ?? "")];
        if (items is [])
        {
            run.Finish(now);
            return;
        }

        await ledgers.Take(items.Select(x => new AccountId(x.Author)));
        var came = run.Report is { } json ? JsonSerializer.Deserialize<List<Came>>(json, WireJson.Options)! : [];
        var before = came.Count(x => x.Code == "done");
        foreach (var (item, seen) in items.Zip(await look.At([.. items.Select(x => new SubjectRef(x.Kind, x.Id))], batch, member, ct)))
            came.Add(new(item.Kind, item.Id, (await Decide(item, seen.As(item.Case is { } asked ? new CaseId(asked) : null), batch, run.Id, member, ct))?.Code ?? "done"));

        run.Advance(items[^1].Author, items.Length, came.Count(x => x.Code == "done") - before, JsonSerializer.Serialize(came, WireJson.Options));
    }

    private async Task<Error?> Decide(Batch.Item item, BatchLook.Seen seen, Batch batch, RunId run, StaffMember member, CancellationToken ct)
    {
        if (seen.Left is not null)
            return seen.Left;
        if (seen.Revision != item.Revision || seen.Author!.Value.Value != item.Author)
            return EnforcementErrors.RevisionChanged;
        if (!(await look.Check(batch, [seen], member, ct)).IsOk(out var guideline, out var refusal))
            return refusal;

        return (await grave.Make(seen.Judge(batch) with { Batch = run }, guideline, ct)).Match<Error?>(_ => null, refused => refused);
    }

    private static IEnumerable<Batch.Item> NextOf(Batch batch, string after)
    {
        var left = batch.Items.Where(x => string.CompareOrdinal(x.Author, after) > 0).ToArray();
        return left.Length <= ChunkSize ? left : left.TakeWhile((x, i) => i < ChunkSize || x.Author == left[ChunkSize - 1].Author);
    }
}
