using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Whoever is signed in asks how they are called and what they may do, to see the right places.</summary>
[AllowedTo(Role.Anyone)]
public sealed record WhoAmI : IQuery<WhoAmI.Answer>
{
    public sealed record Answer(StaffId? Staff, AccountId? Account, string? Name, IReadOnlySet<Role> Roles);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<WhoAmI, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(WhoAmI query, CancellationToken ct) => call.Actor switch
        {
            // Oneself one may know by name.
            Actor.Staff(var id) => new Answer(
                id, null, await db.Staff.Where(x => x.Id == id).Select(x => x.Pseudonym ?? x.DisplayName).FirstOrDefaultAsync(ct), call.Rights.Roles),
            Actor.Member(var id) => new Answer(null, id, id.Value, call.Rights.Roles),
            _ => new Answer(null, null, null, call.Rights.Roles),
        };
    }
}
