using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>An item whose videos lie on this machine and were not looked into yet.</summary>
internal sealed class WaitingProbe
{
    private WaitingProbe()
    {
    }

    public ContentId ContentId { get; private init; }

    public int Revision { get; private set; }

    public DateTimeOffset Since { get; private init; }

    public static WaitingProbe Of(ContentId content, int revision, DateTimeOffset now) => new() { ContentId = content, Revision = revision, Since = now };

    public void Renew(int revision) => Revision = revision;

    /// <summary>The path of a video that lies on this machine; null for any other medium.</summary>
    public static string? FileOf(MediaItem medium) =>
        medium.Kind is MediaKind.Video && Uri.TryCreate(medium.Url, UriKind.Absolute, out var address) && address is { IsFile: true, IsUnc: false } ? address.LocalPath : null;
}

/// <summary>Where there is a folder of media, what lies in it waits to be looked into; never inside the command that brought it.</summary>
internal sealed class AwaitProbe(ModerationDb db, ProbeSettings settings, TimeProvider clock) : IReactTo<ContentArrived>, IReactTo<ContentRevised>
{
    public Task React(ContentArrived happened, CancellationToken ct) => Await(happened.Content, 1, ct);

    public Task React(ContentRevised happened, CancellationToken ct) => Await(happened.Content, happened.Revision, ct);

    private async Task Await(ContentId content, int number, CancellationToken ct)
    {
        if (settings.Folder is null || await db.Revisions.FindAsync([content, number], ct) is not { } revision || revision.Media.TrueForAll(x => WaitingProbe.FileOf(x) is null))
            return;

        if (await db.Set<WaitingProbe>().FindAsync([content], ct) is { } waiting)
            waiting.Renew(number);
        else
            db.Add(WaitingProbe.Of(content, number, clock.GetUtcNow()));
    }
}

internal sealed class WaitingProbeMapping : IEntityTypeConfiguration<WaitingProbe>
{
    public void Configure(EntityTypeBuilder<WaitingProbe> builder)
    {
        builder.ToTable("WaitingProbes");
        builder.HasKey(x => x.ContentId);
        builder.HasIndex(x => new { x.Since, x.ContentId });
    }
}
