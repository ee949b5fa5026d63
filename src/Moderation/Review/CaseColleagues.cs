using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Who holds a case asks to whom they could hand it.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseColleagues(CaseId Case) : IQuery<CaseColleagues.Colleague[]>
{
    /// <param name="Name">A pseudonym.</param>
    /// <param name="IsHere">Has a page of the review console open.</param>
    /// <param name="Load">How many cases they have.</param>
    public sealed record Colleague(string Name, bool IsHere, int Load);

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, Recipients recipients, Workforce workforce, TimeProvider clock)
        : IRequestHandler<CaseColleagues, Result<Colleague[]>>
    {
        public async Task<Result<Colleague[]>> Handle(CaseColleagues query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member
                || await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Case, ct) is not { } @case
                || !await claims.MaySee(member, @case, ct))
                return ReviewErrors.UnknownCase;

            var now = clock.GetUtcNow();
            if (@case.StateAt(now) is not CaseState.Claimed || @case.Holder != me)
                return ReviewErrors.StaleClaim;

            var lane = (await db.Lanes.FindAsync([@case.LaneId], ct))!;
            var able = await recipients.Among((await db.Reviewers(ct)).Where(x => x.Id != me), @case, lane, now, ct);
            var present = await workforce.Present(now, ct);
            var load = await workforce.Load(now, ct);
            return able.Select(x => new Colleague(x.CalledBy, present.Contains(x.Id), load.GetValueOrDefault(x.Id)))
                .OrderByDescending(x => x.IsHere).ThenBy(x => x.Name, StringComparer.CurrentCulture).ToArray();
        }
    }
}
