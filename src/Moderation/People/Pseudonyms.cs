using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Outside the admin role people appear by pseudonym: neither their name nor the id that the directory gave them.</summary>
internal sealed class Pseudonyms(ModerationDb db, Call call) : IColleagueNames
{
    private const string Staff = "staff:";

    private readonly Dictionary<StaffId, string> known = [];

    public bool AreIds => call.Actor switch
    {
        Actor.Staff => call.Rights.Holds(Role.Admin),
        Actor.Client => true,
        _ => call.Actor == Actor.Product,
    };

    public async Task<string> Of(StaffId id, CancellationToken ct)
    {
        if (AreIds)
            return id.Value;
        if (!known.TryGetValue(id, out var name))
            known[id] = name = (await db.Staff.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct))?.CalledBy ?? StaffMember.Unnamed(id);

        return name;
    }

    public async Task<string> OfActor(string actor, CancellationToken ct) => actor.StartsWith(Staff, StringComparison.Ordinal)
        ? Staff + await Of(new StaffId(actor[Staff.Length..]), ct)
        : actor;
}
