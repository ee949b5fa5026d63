using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>The runs somebody may know of, the newest first.</summary>
/// <param name="State">Null for all.</param>
[AllowedTo(Role.Moderator, Role.FactChecker, Role.Lead, Role.PolicyManager, Role.ChildSafety, Role.Admin, Scopes = [Scope.Enforcer])]
public sealed record RunList(RunState? State = null) : IQuery<RunList.Answer>
{
    /// <summary>More than so many ended ones nobody reads.</summary>
    public const int MostEnded = 100;

    public sealed record Answer(IReadOnlyList<RunProgress.Answer> Runs);

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names) : IRequestHandler<RunList, Result<Answer>>
    {
        private const int PageSize = 200;

        public async Task<Result<Answer>> Handle(RunList query, CancellationToken ct)
        {
            var runs = db.Runs.AsNoTracking().Where(x => query.State == null || x.State == query.State);
            var open = await runs.Where(x => x.State == RunState.Proposed || x.State == RunState.Running)
                .OrderByDescending(x => x.Id).ToListAsync(ct);
            var visible = open.Where(x => x.IsVisibleTo(call)).Concat(await Ended(runs, ct)).ToList();
            call.OpensSomethingSensitive = call.Actor is Actor.Staff && visible.Exists(x => x.IsRestricted);
            var shown = new List<RunProgress.Answer>();
            foreach (var run in visible.OrderByDescending(x => x.ProposedAt))
                shown.Add(await RunProgress.Answer.Brief(run, call, names, ct));
            return new Answer(shown);
        }

        // What may be seen depends on who looks, so pages are read until enough is found.
        private async Task<List<Run>> Ended(IQueryable<Run> runs, CancellationToken ct)
        {
            var found = new List<Run>();
            for (var skip = 0; found.Count < MostEnded; skip += PageSize)
            {
                var page = await runs.Where(x => x.State != RunState.Proposed && x.State != RunState.Running)
                    .OrderByDescending(x => x.Id).Skip(skip).Take(PageSize).ToListAsync(ct);
                found.AddRange(page.Where(x => x.IsVisibleTo(call)).Take(MostEnded - found.Count));
                if (page.Count < PageSize)
                    break;
            }

            return found;
        }
    }
}
