using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>An administrator asks who works here.</summary>
[AllowedTo(Role.Admin, Scopes = [Scope.Admin])]
public sealed record StaffList : IQuery<StaffList.Row[]>
{
    public sealed record Row(
        StaffId Id, string DisplayName, string? Pseudonym, IReadOnlyList<Role> Roles, IReadOnlyList<string> Languages,
        IReadOnlyList<string> Skills, AccountId? Account, bool Active, DateTimeOffset AddedAt);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<StaffList, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(StaffList query, CancellationToken ct) =>
            (await db.Staff.AsNoTracking().OrderBy(x => x.DisplayName).ToListAsync(ct))
                .Select(x => new Row(
                    x.Id, x.DisplayName, x.Pseudonym, x.Roles, x.Languages, x.Skills, x.Account, x.IsActive, x.AddedAt))
                .ToArray();
    }
}

/// <summary>Whoever is signed in asks how they are called and what they may do, to see the right places.</summary>
[AllowedTo(Role.Anyone)]
public sealed record WhoAmI : IQuery<WhoAmI.Answer>
{
    public sealed record Answer(StaffId? Staff, AccountId? Account, string? Name, IReadOnlySet<Role> Roles);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<WhoAmI, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(WhoAmI query, CancellationToken ct) => call.Actor switch
        {
            Actor.Staff(var id) => new Answer(
                id, null, (await db.Staff.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct))?.CalledBy, call.Rights.Roles),
            Actor.Member(var id) => new Answer(null, id, id.Value, call.Rights.Roles),
            _ => new Answer(null, null, null, call.Rights.Roles),
        };
    }
}
