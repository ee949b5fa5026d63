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
