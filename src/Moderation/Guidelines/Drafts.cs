using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager sees what is being written and what waits for a second person, the latest edit first.</summary>
/// <param name="Closed">Those that were published or discarded instead, at most 100.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record Drafts(bool Closed = false) : IQuery<Drafts.Row[]>
{
    private const int Most = 100;

    public sealed record Row(
        DraftId Id, string Name, DraftState State, int? BasedOn, string EditedBy, DateTimeOffset EditedAt, string? ProposedBy, int? PublishedAs);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<Drafts, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(Drafts query, CancellationToken ct)
        {
            DraftState[] states = query.Closed ? [DraftState.Published, DraftState.Discarded] : [DraftState.Draft, DraftState.Proposed];
            var rows = await db.RulebookDrafts.Where(x => states.Contains(x.State)).OrderByDescending(x => x.EditedAt).Take(Most)
                .Select(x => new { x.Id, x.Name, x.State, x.BasedOn, x.EditedBy, x.EditedAt, x.ProposedBy, x.PublishedAs }).ToListAsync(ct);
            var people = await db.Staff.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);

            return rows.Select(x => new Row(
                x.Id, x.Name, x.State, x.BasedOn, people.GetValueOrDefault(x.EditedBy, StaffMember.Unnamed(x.EditedBy)), x.EditedAt,
                x.ProposedBy is { } by ? people.GetValueOrDefault(by, StaffMember.Unnamed(by)) : null, x.PublishedAs)).ToArray();
        }
    }
}
