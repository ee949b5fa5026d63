using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>How far a version is.</summary>
public enum VersionState
{
    Scheduled,
    InForce,
    Superseded,
    Withdrawn,
}

/// <summary>Who reads the rules asks which versions there are. Who made them, and their notes, are for policy managers.</summary>
[AllowedTo(Role.PolicyManager, Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer)]
public sealed record RulebookVersions : IQuery<RulebookVersions.Row[]>
{
    /// <param name="Until">When the next one came, or comes, into force; null where none does.</param>
    /// <param name="MadeFrom">The draft it was; null for the one that came with the product.</param>
    public sealed record Row(
        int Number, string Name, VersionState State, DateTimeOffset InForceFrom, DateTimeOffset? Until, DateTimeOffset InstalledAt,
        DateTimeOffset? WithdrawnAt, DraftId? MadeFrom, string? ProposedBy, string? AgreedBy, string? Note);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<RulebookVersions, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(RulebookVersions query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var versions = await db.RulebookVersions.OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number).Select(x => new
            {
                x.Number,
                x.Name,
                x.InForceFrom,
                x.InstalledAt,
                x.WithdrawnAt,
                x.MadeFrom,
                x.ProposedBy,
                x.AgreedBy,
                x.Note,
            }).ToListAsync(ct);
            var people = await db.Staff.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);
            var tells = call.Rights.Holds(Role.PolicyManager);
            var inForce = versions.Find(x => x.WithdrawnAt is null && x.InForceFrom <= now)?.Number;

            return versions.Select(x => new Row(
                x.Number, x.Name,
                x.WithdrawnAt is not null ? VersionState.Withdrawn
                    : x.InForceFrom > now ? VersionState.Scheduled
                    : x.Number == inForce ? VersionState.InForce : VersionState.Superseded,
                x.InForceFrom, x.WithdrawnAt is null ? versions.FindLast(y => y.WithdrawnAt is null && y.InForceFrom > x.InForceFrom)?.InForceFrom : null,
                x.InstalledAt, x.WithdrawnAt, tells ? x.MadeFrom : null, Name(x.ProposedBy), Name(x.AgreedBy), tells ? x.Note : null)).ToArray();

            string? Name(StaffId? id) => tells && id is { } known ? people.GetValueOrDefault(known, StaffMember.Unnamed(known)) : null;
        }
    }
}
