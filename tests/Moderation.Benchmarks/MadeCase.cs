using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Moderation.Benchmarks;

/// <summary>A case drawn from its number alone, so that every contender is filled with the same.</summary>
/// <param name="Lane">Of <see cref="Lanes"/>; half of all cases are in the first queue.</param>
/// <param name="Priority">As the product keeps it: log of harm, less its age.</param>
internal readonly record struct MadeCase(int Number, int Lane, double Priority, int Reports, long Reach, DateTimeOffset OpenedAt, DateTimeOffset DueAt)
    : IComparable<MadeCase>
{
    public const int Queues = 50;
    public const int Lanes = Queues * 2;
    public const ulong Seed = 20210608;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public byte[] Id => IdOf(Number);

    public string Name => Convert.ToHexString(Id);

    public static MadeCase Of(int number)
    {
        var drawn = Mix(Seed + (ulong)number);
        var more = Mix(drawn);
        var queue = drawn % 2 == 0 ? 0 : 1 + (int)(drawn / 2 % (Queues - 1));
        var opened = Start.AddMilliseconds(number * 5L);
        return new(
            number, (queue * 2) + (int)(more % 3 == 0 ? 1 : 0), (more >> 11) / (double)(1L << 53) * 120, 1 + (int)(more % 7),
            (long)(drawn % 100_000), opened, opened.AddHours(1 + (int)(more % 72)));
    }

    /// <summary>SHA-256 over all of so many, as printed with every figure.</summary>
    public static string Digest(int count)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var row = new byte[20];
        for (var i = 0; i < count; i++)
        {
            var made = Of(i);
            BinaryPrimitives.WriteInt32LittleEndian(row, made.Lane);
            BinaryPrimitives.WriteDoubleLittleEndian(row.AsSpan(4), made.Priority);
            BinaryPrimitives.WriteInt64LittleEndian(row.AsSpan(12), made.DueAt.UtcTicks);
            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    // As a moderator is given them.
    public int CompareTo(MadeCase other) => (-Priority, DueAt, Number).CompareTo((-other.Priority, other.DueAt, other.Number));

    // Like those of the product: they begin with the time.
    private static byte[] IdOf(int number)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, Start.AddMilliseconds(number * 5L).ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(id.AsSpan(8), Mix(~(ulong)number));
        return id;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
