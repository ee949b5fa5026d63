using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>
/// A job lets revisions from before be found by those that say or show nearly the same, a chunk at a time: those that were never
/// sketched, and those that were in an older way. Answers how many it did.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record SketchContent : ICommand<int>, IHousekeeping
{
    public const int Chunk = 100;

    internal sealed class Handler(ModerationDb db) : IRequestHandler<SketchContent, Result<int>>
    {
        public async Task<Result<int>> Handle(SketchContent command, CancellationToken ct)
        {
            var revisions = await db.Revisions.Where(x => x.Sketch < Sketch.Way).OrderBy(x => x.ContentId).ThenBy(x => x.Number).Take(Chunk).ToListAsync(ct);
            var items = revisions.Where(x => x.Sketch > 0).Select(x => x.ContentId).Distinct().ToArray();
            var before = (await db.SketchKeys.Where(x => items.Contains(x.ContentId)).ToListAsync(ct)).ToLookup(x => (x.ContentId, x.Revision));
            foreach (var revision in revisions)
                await db.Sketch(revision, [.. before[(revision.ContentId, revision.Number)]], ct);

            return revisions.Count;
        }
    }
}
