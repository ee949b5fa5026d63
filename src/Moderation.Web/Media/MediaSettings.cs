namespace Moderation.Web.Media;

/// <summary>From where media may be fetched, how much, and how long it may take.</summary>
internal sealed class MediaSettings
{
    public const string Section = "Media";

    /// <summary>
    /// Names of the host platform's media servers: <c>cdn.example</c>, <c>*.cdn.example</c> for all under it, with <c>:port</c> where that
    /// is not the usual one. None: nothing is fetched.
    /// </summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>In bytes.</summary>
    public long MaxBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>Seconds until the first byte.</summary>
    public double FirstByteSeconds { get; set; } = 10;

    /// <summary>Seconds without a byte.</summary>
    public double IdleSeconds { get; set; } = 10;

    /// <summary>Seconds in all.</summary>
    public double WholeSeconds { get; set; } = 120;

    /// <summary>So many at once; the next wait for their turn.</summary>
    public int AtOnce { get; set; } = 64;

    /// <summary>Only where one develops: servers on this machine, without encryption.</summary>
    public bool AllowsLoopback { get; set; }
}
