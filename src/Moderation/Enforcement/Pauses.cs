using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody asks what machines may not decide by for now.</summary>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.Admin, Scopes = [Scope.Admin])]
public sealed record Pauses : IQuery<Pauses.Row[]>
{
    /// <param name="By">With what kind of actor it was, for example <c>staff:Kestrel</c>.</param>
    public sealed record Row(PauseKind Kind, string Code, DateTimeOffset Since, string By, string Reason);

    internal sealed class Handler(ModerationDb db, IColleagueNames names) : IRequestHandler<Pauses, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(Pauses query, CancellationToken ct)
        {
            var rows = new List<Row>();
            foreach (var x in await db.Set<Pause>().AsNoTracking().OrderByDescending(x => x.Since).ThenBy(x => x.Kind).ThenBy(x => x.Code).ToListAsync(ct))
                rows.Add(new(x.Kind, x.Code, x.Since, await names.OfActor(x.By, ct), x.Reason));
            return rows.ToArray();
        }
    }
}
