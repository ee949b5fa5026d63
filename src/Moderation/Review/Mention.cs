using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>A colleague was called to a note.</summary>
internal sealed class Mention
{
    /// <summary>More than so many are not called by one note.</summary>
    public const int Most = 20;

    private Mention()
    {
    }

    public NoteId NoteId { get; private init; }

    public StaffId To { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public static Mention Of(Note note, StaffId to) => new() { NoteId = note.Id, To = to };

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    /// <summary>Those of these people whom a text calls: an @ and what colleagues call them, of two that fit the longer.</summary>
    public static IReadOnlyList<StaffMember> In(string text, IEnumerable<StaffMember> people)
    {
        var called = new List<StaffMember>();
        var named = people.ToLookup(x => x.CalledBy, StringComparer.OrdinalIgnoreCase);
        var names = named.Select(x => x.Key).OrderByDescending(x => x.Length).ToArray();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // An address of mail calls nobody.
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue;

            var rest = text.AsSpan(at + 1);
            foreach (var name in names)
                if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
                {
                    called.AddRange(named[name]);
                    break;
                }
        }

        return [.. called.DistinctBy(x => x.Id)];
    }
}

internal sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("Mentions");
        builder.HasKey(x => new { x.NoteId, x.To });
        builder.HasIndex(x => new { x.To, x.ReadAt, x.NoteId });
    }
}
