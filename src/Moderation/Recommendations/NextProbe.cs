using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>A job asks which item is to be looked into next, the oldest first.</summary>
[AllowedTo(Role.Product)]
public sealed record NextProbe : IQuery<NextProbe.Answer>
{
    /// <param name="Content">Null where nothing waits.</param>
    /// <param name="Files">Its videos that lie on this machine.</param>
    public sealed record Answer(ContentId? Content, int Revision, IReadOnlyList<Medium> Files);

    public sealed record Medium(string Id, string File);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<NextProbe, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(NextProbe query, CancellationToken ct)
        {
            if (await db.Set<WaitingProbe>().AsNoTracking().OrderBy(x => x.Since).ThenBy(x => x.ContentId).FirstOrDefaultAsync(ct) is not { } next)
                return new Answer(null, 0, []);

            var revision = await db.Revisions.FindAsync([next.ContentId, next.Revision], ct);
            return new Answer(next.ContentId, next.Revision, [.. (revision?.Media ?? [])
                .Select(x => (x.Id, File: WaitingProbe.FileOf(x))).Where(x => x.File is not null).Select(x => new Medium(x.Id, x.File!))]);
        }
    }
}
