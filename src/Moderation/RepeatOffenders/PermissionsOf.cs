using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>The host platform, or the member, asks what an account may do now.</summary>
[AllowedTo(Role.Member, Role.Product, Scopes = [Scope.Platform])]
public sealed record PermissionsOf(AccountId Account) : IQuery<PermissionsOf.Answer>
{
    /// <param name="Features">All there are.</param>
    public sealed record Answer(IReadOnlyDictionary<Feature, Permission> Features);

    /// <param name="Until">When what forbids it has ended; null where it is allowed, or forbidden until lifted.</param>
    /// <param name="DecisionId">What forbids it; of several, what does so longest.</param>
    public sealed record Permission(bool Allowed, DateTimeOffset? Until, DecisionId? DecisionId);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<PermissionsOf, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PermissionsOf query, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != query.Account)
                return PipelineErrors.NotAllowed;
            if (await db.Accounts.FindAsync([query.Account], ct) is null && !await db.Content.AnyAsync(x => x.AuthorId == query.Account, ct))
                return AccountErrors.Unknown;

            var now = clock.GetUtcNow();
            var outcomes = await db.Outcomes.AsNoTracking().On(SubjectRef.Of(query.Account)).Where(x => x.RetractedAt == null).ToListAsync(ct);
            return new Answer(Permissions.At(Permissions.From(outcomes, now), now));
        }
    }
}
