using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Where an appeal stands, for the host platform and for who filed it.</summary>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record AppealProgress(AppealId Appeal) : IQuery<AppealProgress.Answer>
{
    public sealed record Answer(
        AppealId AppealId, DecisionId DecisionId, AccountId AppellantId, AppealState State, string Statement, DateTimeOffset FiledAt, DateTimeOffset DueAt,
        Ruling? Ruling, string? Reason, DateTimeOffset? ClosedAt);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<AppealProgress, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AppealProgress query, CancellationToken ct)
        {
            if (await db.Appeals.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Appeal, ct) is not { } x
                || call.Actor is Actor.Member(var self) && self != x.AppellantId)
                return AppealErrors.Unknown;

            // What an appellant writes may tell what is locked.
            var isOpen = call.Actor is Actor.Member || !x.IsRestricted;
            return new Answer(x.Id, x.DecisionId, x.AppellantId, x.State, isOpen ? x.Statement : "", x.FiledAt, x.DueAt, x.Ruling, x.Reason, x.ClosedAt);
        }
    }
}
