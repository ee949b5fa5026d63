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

    internal sealed class Handler(ModerationDb db, CaseSight sight, Recipients recipients, Workforce workforce, TimeProvider clock)
        : IRequestHandler<CaseColleagues, Result<Colleague[]>>
    {
        public async Task<Result<Colleague[]>> Handle(CaseColleagues query, CancellationToken ct)
        {
            if (!(await sight.Glance(query.Case, ct)).IsOk(out var seen, out var unseen))
                return unseen;

            var (@case, me) = seen;
            var now = clock.GetUtcNow();
            if (@case.StateAt(now) is not CaseState.Claimed || @case.Holder != me.Id)
                return ReviewErrors.StaleClaim;

            var lane = (await db.Lanes.FindAsync([@case.LaneId], ct))!;
            var able = await recipients.Among((await db.Reviewers(ct)).Where(x => x.Id != me.Id), @case, lane, now, ct);
            var present = await workforce.Present(now, ct);
            var load = await workforce.Load(now, ct);
            return able.Select(x => new Colleague(x.CalledBy, present.Contains(x.Id), load.GetValueOrDefault(x.Id)))
                .OrderByDescending(x => x.IsHere).ThenBy(x => x.Name, StringComparer.CurrentCulture).ToArray();
        }
    }
}
