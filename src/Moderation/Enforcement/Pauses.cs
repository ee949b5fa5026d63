using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody asks what machines may not decide by for now.</summary>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.Admin, Scopes = [Scope.Admin])]
public sealed record Pauses : IQuery<Pauses.Row[]>
{
    /// <param name="By">As the audit log names them, for example <c>staff:kestrel</c>.</param>
    public sealed record Row(PauseKind Kind, string Code, DateTimeOffset Since, string By, string Reason);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<Pauses, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(Pauses query, CancellationToken ct) => await db.Set<Pause>().AsNoTracking()
            .OrderByDescending(x => x.Since).ThenBy(x => x.Kind).ThenBy(x => x.Code)
            .Select(x => new Row(x.Kind, x.Code, x.Since, x.By, x.Reason)).ToArrayAsync(ct);
    }
}
