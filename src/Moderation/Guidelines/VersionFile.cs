using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager takes the whole text of a version, to keep it or to compare.</summary>
[AllowedTo(Role.PolicyManager)]
public sealed record VersionFile(int Number) : IQuery<VersionFile.Answer>
{
    /// <param name="Digest">SHA-256 of the UTF-8 file, in lower-case hex.</param>
    public sealed record Answer(int Number, string Name, string Json, string Digest);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<VersionFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(VersionFile query, CancellationToken ct) =>
            await db.RulebookVersions.Where(x => x.Number == query.Number)
                .Select(x => new Answer(x.Number, x.Name, x.Json, x.Digest)).FirstOrDefaultAsync(ct) is { } file ? file : GuidelineErrors.UnknownVersion;
    }
}
