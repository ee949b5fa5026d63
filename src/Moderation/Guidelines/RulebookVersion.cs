using System.Security.Cryptography;
using System.Text;

namespace Moderation.Guidelines;

/// <summary>A rulebook as stored: never changed, so that a decision can always show what it was made on.</summary>
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

    /// <summary>Stores a rulebook that was read from this very file.</summary>
    public static RulebookVersion Install(
        Rulebook rulebook, string json, DateTimeOffset inForceFrom, DateTimeOffset now) => new()
        {
            Number = rulebook.Version,
            Name = rulebook.Name,
            Json = json,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            InForceFrom = inForceFrom,
            InstalledAt = now,
        };
}
