using Moderation.Pipeline;

namespace Moderation.Transparency;

/// <summary>Holds entries against the blocks that sealed them, a block at a time, and names what does not fit.</summary>
internal sealed class AuditCheck(long number, string hash)
{
    private readonly List<VerifyAudit.Fault> faults = [];
    private readonly List<AuditEntry> old = [];
    private readonly Dictionary<Guid, int> places = [];
    private readonly HashSet<int> seen = [];
    private AuditLeaf[] leaves = [];
    private string[] seals = [];
    private AuditBlock? block;
    private string before = hash;

    /// <summary>The last block looked at.</summary>
    public long Number { get; private set; } = number;

    public long Blocks { get; private set; }

    public long Entries { get; private set; }

    public IReadOnlyList<VerifyAudit.Fault> Faults => faults;

    public void Begin(AuditBlock next)
    {
        // What stood before a gap nobody can say any more.
        if (next.Number != Number + 1)
            before = next.Before;
        Gap(next.Number);
        (block, Number) = (next, next.Number);
        Blocks++;
        leaves = next.Leaves is null ? [] : [.. AuditLeaf.Read(next.Leaves)];
        seals = next.Leaves is null ? [] : [.. AuditLeaf.SealsOf(next.Before, next.Leaves)];
        old.Clear();
        places.Clear();
        seen.Clear();
        for (var place = 0; place < leaves.Length; place++)
            places[leaves[place].Id] = place;
        if (next.Before != before || !next.IsWhole())
            Name(VerifyAudit.FaultKind.BlockAltered, null, null);
        before = next.Hash;
    }

    public void Take(AuditEntry entry)
    {
        Entries++;
        if (block!.Leaves is null)
        {
            // More than was sealed need not be held to know that it does not fit.
            if (old.Count <= block.Entries)
                old.Add(entry);
            return;
        }

        if (!places.TryGetValue(entry.Id.Value, out var place))
        {
            Name(VerifyAudit.FaultKind.Added, entry.Place, entry.Id.Value);
            return;
        }

        seen.Add(place);
        if (entry.Place != place)
            Name(VerifyAudit.FaultKind.Reordered, place, entry.Id.Value);
        else if (AuditLeaf.Of(entry) != leaves[place] || entry.Seal != seals[place])
            Name(VerifyAudit.FaultKind.Tampered, place, entry.Id.Value);
    }

    public void End()
    {
        if (block!.Leaves is null && !block.Covers(old))
            Name(VerifyAudit.FaultKind.BlockAltered, null, null);
        for (var place = 0; place < leaves.Length; place++)
            if (!seen.Contains(place))
                Name(VerifyAudit.FaultKind.Missing, place, leaves[place].Id);
    }

    /// <summary>There ought to be blocks up to this one.</summary>
    public void Tail(long last)
    {
        for (var gone = Number + 1; gone <= last && faults.Count < VerifyAudit.MaxFaults; gone++)
            faults.Add(new(VerifyAudit.FaultKind.TailMissing, gone, null, null));
    }

    private void Gap(long next)
    {
        for (var gone = Number + 1; gone < next && faults.Count < VerifyAudit.MaxFaults; gone++)
            faults.Add(new(VerifyAudit.FaultKind.Missing, gone, null, null));
    }

    private void Name(VerifyAudit.FaultKind kind, int? place, Guid? entry)
    {
        if (faults.Count < VerifyAudit.MaxFaults)
            faults.Add(new(kind, block!.Number, place, entry));
    }
}
