using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Who acts when a use case names a staff member: oneself, or whom a console of the host's own names.</summary>
internal sealed class Colleagues(ModerationDb db, Call call)
{
    public async Task<Result<StaffMember>> Named(StaffId id, Role[] roles, CancellationToken ct)
    {
        if (call.Actor is Actor.Staff(var self) && self != id)
            return PeopleErrors.NotAsAnother;

        return await db.StaffWith(id, roles, ct) is { } member ? member : PeopleErrors.UnknownStaff;
    }
}
