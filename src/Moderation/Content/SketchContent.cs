using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>A job lets revisions from before be found by those that say nearly the same, a chunk at a time. Answers how many it did.</summary>
[AllowedTo(Role.Product)]
public sealed record SketchContent : ICommand<int>, IHousekeeping
{
    public const int Chunk = 100;

    internal sealed class Handler(ModerationDb db) : IRequestHandler<SketchContent, Result<int>>
    {
        public async Task<Result<int>> Handle(SketchContent command, CancellationToken ct)
        {
            var revisions = await db.Revisions.Where(x => x.Sketch == 0).OrderBy(x => x.ContentId).ThenBy(x => x.Number).Take(Chunk).ToListAsync(ct);
            foreach (var revision in revisions)
                db.Sketch(revision);

            return revisions.Count;
        }
    }
}
