using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody sees when they said they will not be here; what is over is left out.</summary>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.ChildSafety, Role.Lead)]
public sealed record MyAbsences : IQuery<MyAbsences.Row[]>
{
    public sealed record Row(AbsenceId Id, DateTimeOffset From, DateTimeOffset Until);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<MyAbsences, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(MyAbsences query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            var now = clock.GetUtcNow();
            return await db.Absences.AsNoTracking().Where(x => x.Staff == me && x.Until > now).OrderBy(x => x.From)
                .Select(x => new Row(x.Id, x.From, x.Until)).ToArrayAsync(ct);
        }
    }
}
