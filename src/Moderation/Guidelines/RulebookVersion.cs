using System.Security.Cryptography;
using System.Text;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>A rulebook as stored: its text never changes, so that a decision can always show what it was made on.</summary>
internal sealed class RulebookVersion
{
    public const int MaxNameLength = 200;

    private RulebookVersion()
    {
    }

    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public string Json { get; private init; } = "";

    /// <summary>SHA-256 of the UTF-8 file, in lower-case hex.</summary>
    public string Digest { get; private init; } = "";

    public DateTimeOffset InForceFrom { get; private init; }

    public DateTimeOffset InstalledAt { get; private init; }

    /// <summary>The draft it was; null for the one that came with the product.</summary>
    public DraftId? MadeFrom { get; private init; }

    public StaffId? ProposedBy { get; private init; }

    public StaffId? AgreedBy { get; private init; }

    /// <summary>What changed and why, in the proposer's words.</summary>
    public string? Note { get; private init; }

    /// <summary>Taken back before it came into force; it never counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Stores a rulebook that was read from this very file.</summary>
    public static RulebookVersion Install(
        Rulebook rulebook, string json, DateTimeOffset inForceFrom, DateTimeOffset now) => new()
        {
            Number = rulebook.Version,
            Name = rulebook.Name,
            Json = json,
            Digest = DigestOf(json),
            InForceFrom = inForceFrom,
            InstalledAt = now,
        };

    /// <summary>Stores a rulebook that two people agreed on.</summary>
    public static RulebookVersion Publish(
        Rulebook rulebook, RulebookDraft draft, StaffId agreedBy, DateTimeOffset inForceFrom, DateTimeOffset now) => new()
        {
            Number = rulebook.Version,
            Name = rulebook.Name,
            Json = draft.Json,
            Digest = DigestOf(draft.Json),
            InForceFrom = inForceFrom,
            InstalledAt = now,
            MadeFrom = draft.Id,
            ProposedBy = draft.ProposedBy,
            AgreedBy = agreedBy,
            Note = draft.Note,
        };

    public Result<Done> Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null || InForceFrom <= now)
            return DraftErrors.NotScheduled;

        WithdrawnAt = now;
        return new Done();
    }

    private static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
