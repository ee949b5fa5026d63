using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator sees who else looks at a case, or how many are at work.</summary>
/// <param name="Case">Null asks only how many are here.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record WhoIsHere(CaseId? Case = null) : IQuery<WhoIsHere.Answer>
{
    /// <param name="Others">Pseudonyms of those who look at this case too; empty where none was asked about.</param>
    /// <param name="Count">Everybody who has a page of the review console open, oneself included.</param>
    public sealed record Answer(IReadOnlyList<string> Others, int Count);

    internal sealed class Handler(ModerationDb db, Call call, CaseSight sight, TimeProvider clock) : IRequestHandler<WhoIsHere, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(WhoIsHere query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            var since = clock.GetUtcNow() - Presence.Shown;
            var here = db.Set<Presence>().AsNoTracking().Where(x => x.SeenAt > since);
            var count = await here.Select(x => x.Staff).Distinct().CountAsync(ct);
            if (query.Case is not { } id)
                return new Answer([], count);

            if (!(await sight.Glance(id, ct)).IsOk(out _, out var unseen))
                return unseen;

            var others = await here.Where(x => x.CaseId == id && x.Staff != me).Select(x => x.Staff).Distinct().ToListAsync(ct);
            var called = (await db.Staff.AsNoTracking().Where(x => others.Contains(x.Id)).ToListAsync(ct)).Select(x => x.CalledBy);
            return new Answer([.. called.Order(StringComparer.CurrentCulture)], count);
        }
    }
}
