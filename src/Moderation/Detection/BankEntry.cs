using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>By what an entry of a bank is found.</summary>
public enum BankMark
{
    /// <summary>The PDQ hash of a picture, and any at most 31 bits from it.</summary>
    Picture,

    /// <summary>The digest of a text made plain: the same text, however it is dressed up.</summary>
    Text,
}

/// <summary>What identifies something, and nothing of what it says or shows.</summary>
/// <param name="Mark">64 hexadecimal digits.</param>
internal sealed record Mark(BankMark Kind, string Digits)
{
    public static Mark Of(PdqHash hash) => new(BankMark.Picture, hash.ToString());

    /// <summary>Null for a text that says too little, or is too long to be compared whole.</summary>
    public static Mark? Of(string? text) => text is { Length: <= Likeness.Compared } && PlainText.DigestOf(text, BankEntry.ShortestText) is { } digest
        ? new(BankMark.Text, digest)
        : null;
}

/// <summary>One picture or text of a bank. A removed one stays told, and finds nothing.</summary>
internal sealed class BankEntry
{
    /// <summary>In letters: shorter ones are said by everybody.</summary>
    public const int ShortestText = 8;

    /// <summary>In characters.</summary>
    public const int MaxNoteLength = 1000;

    private BankEntry()
    {
    }

    public string Bank { get; private init; } = "";

    /// <summary>From 1, in its bank.</summary>
    public int Number { get; private init; }

    public BankMark Kind { get; private init; }

    /// <summary>64 hexadecimal digits.</summary>
    public string Mark { get; private init; } = "";

    /// <summary>In which way the text was made plain; 0 for pictures. In another way it finds nothing.</summary>
    public int Way { get; private init; }

    public string? Note { get; private init; }

    /// <summary>The item it was taken from; null where the mark itself was given.</summary>
    public ContentId? TakenFrom { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>With which change of all banks it came.</summary>
    public long AddedIn { get; private init; }

    /// <summary>With which it went; null while it is there.</summary>
    public long? RemovedIn { get; private set; }

    public StaffId? RemovedBy { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public string? RemovedBecause { get; private set; }

    public bool IsOutdated => Kind is BankMark.Text && Way != PlainText.Way;

    public static BankEntry Of(Bank bank, Mark mark, string? note, ContentId? from, StaffId by, long change, DateTimeOffset now) => new()
    {
        Bank = bank.Code,
        Number = bank.Take(mark.Kind),
        Kind = mark.Kind,
        Mark = mark.Digits,
        Way = mark.Kind is BankMark.Text ? PlainText.Way : 0,
        Note = note,
        TakenFrom = from,
        By = by,
        At = now,
        AddedIn = change,
    };

    public void Remove(StaffId by, string because, long change, DateTimeOffset now) =>
        (RemovedIn, RemovedBy, RemovedAt, RemovedBecause) = (change, by, now, because);
}

internal sealed class BankEntryMapping : IEntityTypeConfiguration<BankEntry>
{
    public void Configure(EntityTypeBuilder<BankEntry> builder)
    {
        builder.ToTable("BankEntries");
        builder.HasKey(x => new { x.Bank, x.Number });
        builder.Property(x => x.Bank).HasMaxLength(Detection.Bank.MaxCodeLength);
        builder.Property(x => x.Mark).HasMaxLength(PdqHash.Digits);
        builder.Property(x => x.Note).HasMaxLength(BankEntry.MaxNoteLength);
        builder.Property(x => x.RemovedBecause).HasMaxLength(BankEntry.MaxNoteLength);
        builder.Ignore(x => x.IsOutdated);
        builder.HasIndex(x => new { x.Bank, x.Kind, x.Mark, x.Way }).IsUnique().HasFilter("RemovedIn IS NULL");
        // What changed since a node last looked.
        builder.HasIndex(x => x.AddedIn);
        builder.HasIndex(x => x.RemovedIn);
    }
}
