using MediatR;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A lead asks of which parts figures can be asked for. What only specialists may know of is no part.</summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record FigureParts : IQuery<FigureParts.Answer>
{
    public sealed record Answer(IReadOnlyList<Part> Queues, IReadOnlyList<Part> Guidelines);

    /// <param name="Title">Null for the queues that are always there.</param>
    public sealed record Part(string Code, string? Title);

    internal sealed class Handler(ModerationDb db, CountedCases counted, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<FigureParts, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FigureParts query, CancellationToken ct) => new Answer(
            [.. (await counted.Lanes(null, ct)).Select(x => new Part(x.Queue, x.Title)).Distinct().OrderBy(x => x.Title ?? x.Code, StringComparer.Ordinal)],
            [.. (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Guidelines.Where(x => !x.Restricted)
                .Select(x => new Part(x.Code, x.Title)).OrderBy(x => x.Title, StringComparer.Ordinal)]);
    }
}
