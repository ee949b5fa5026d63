using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Moderation.Pipeline;

namespace Moderation.Activity;

/// <summary>
/// What a device is known by here: a hash under a secret of this installation. Its own id is never stored, and cannot be
/// found again from what is.
/// </summary>
internal static class DeviceKeys
{
    /// <summary>0 where no device was told.</summary>
    public static long Of(string? device, Installation installation)
    {
        if (device is null)
            return 0;

        var key = BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(installation.DeviceSecret, Encoding.UTF8.GetBytes(device)));
        // 0 says that there is none.
        return key is 0 ? 1 : key;
    }
}
