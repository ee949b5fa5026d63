using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Who acts when a use case names a staff member: oneself, or whom a console of the host's own names.</summary>
internal sealed class Colleagues(ModerationDb db, Call call)
{
    /// <summary>Whether whoever acts is staff and this is their own account on the network.</summary>
    public async Task<bool> IsOwn(AccountId account, CancellationToken ct) =>
        call.Actor is Actor.Staff(var self) && await db.Set<StaffMember>().AnyAsync(x => x.Id == self && x.Account == account, ct);

    public async Task<Result<StaffMember>> Named(StaffId id, Role[] roles, CancellationToken ct)
    {
        if (call.Actor is Actor.Staff(var self) && self != id)
            return PeopleErrors.NotAsAnother;

        return await db.StaffWith(id, roles, ct) is { } member ? member : PeopleErrors.UnknownStaff;
    }
}
