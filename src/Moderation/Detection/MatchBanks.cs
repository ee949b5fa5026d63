using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Each new revision is looked for in the banks; where it is in one to match, that is signalled.</summary>
internal sealed class MatchBanks(ModerationDb db, BankLook banks, SignalIntake signals) : IReactTo<ContentArrived>, IReactTo<ContentRevised>
{
    public Task React(ContentArrived happened, CancellationToken ct) => Match(happened.Content, 1, ct);

    public Task React(ContentRevised happened, CancellationToken ct) => Match(happened.Content, happened.Revision, ct);

    // Where an import told of several in one command, only the last one counts.
    private async Task Match(ContentId id, int number, CancellationToken ct)
    {
        var now = await banks.Now(ct);
        if (now.IsEmpty || (await db.Content.FindAsync([id], ct))?.Revision != number || await db.Revisions.FindAsync([id, number], ct) is not { } revision)
            return;

        var parts = revision.Media.Select(Pictures.HashOf).OfType<PdqHash>().Distinct().Select(now.Find).ToList();
        if (Mark.Of(revision.Text) is { } mark)
            parts.Add(now.Find(mark));

        // Of each bank the surest, and one that nobody cleared before one that somebody did.
        var hits = from part in parts.Select(x => x.ToArray())
                   from hit in part
                   where hit.Bank.Purpose is BankPurpose.Match
                   select (Hit: hit, ClearedBy: BankLook.Clearing(part, hit.Bank.Guideline));
        foreach (var (hit, clearedBy) in hits.GroupBy(x => x.Hit.Bank.Code, (_, found) => found.OrderBy(x => x.ClearedBy is not null).ThenBy(x => x.Hit.Distance).First()))
            await signals.Raise(Said(id, hit), clearedBy, ct);
    }

    private static SendSignal Said(ContentId id, BankHit hit) => new(
        SubjectRef.Of(id), hit.Bank.Code, $"{hit.Bank.Edition}", hit.Kind is BankMark.Text ? "the same text" : $"a picture {hit.Distance} bits away",
        hit.Score, hit.Bank.Guideline);
}
