using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>All who check facts, as far as we know them.</summary>
[AllowedTo(Role.PolicyManager, Role.FactChecker, Role.Lead)]
public sealed record PublisherList : IQuery<IReadOnlyList<PublisherList.Row>>
{
    public sealed record Row(string Host, string Name, bool IsAccredited, string? Accreditation, IReadOnlyDictionary<string, Rating> Words, IReadOnlyDictionary<string, Rating> Numbers);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<PublisherList, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(PublisherList query, CancellationToken ct) => (await db.Set<Publisher>().AsNoTracking().OrderBy(x => x.Name).ThenBy(x => x.Host).ToListAsync(ct))
            .ConvertAll(x => new Row(x.Host, x.Name, x.IsAccredited, x.Accreditation, x.Words, x.Numbers));
    }
}
