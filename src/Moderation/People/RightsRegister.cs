using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>What an actor may do, read anew for every use case: what was taken away is gone at once.</summary>
internal sealed class RightsRegister(ModerationDb db) : IRightsRegister
{
    public async Task<Rights> Of(Actor actor, CancellationToken ct) => actor switch
    {
        Actor.Staff(var id) => await db.Staff.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is { IsActive: true } member
            ? Rights.Of(member.Roles)
            : Rights.None,
        Actor.Client(var key, _) => await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(x => x.Id == key, ct) is { RevokedAt: null } known
            ? Rights.None with { Scopes = known.Scopes.ToHashSet() }
            : Rights.None,
        Actor.Member => Rights.Of(Role.Member),
        _ => actor == Actor.Product ? Rights.Of(Role.Product) : Rights.None,
    };
}
