using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody who may opens what a decision was made on. It is written down each time.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record EvidenceOf(DecisionId Decision) : IQuery<EvidenceOf.Answer>
{
    /// <param name="Json">Null where it was forgotten.</param>
    /// <param name="Digest">As the decision pins it: SHA-256, hexadecimal.</param>
    /// <param name="IsGenuine">Whether it still has that digest; null where it was forgotten.</param>
    /// <param name="KeepUntil">Not forgotten before.</param>
    /// <param name="IsHeld">Whether a legal hold keeps it longer.</param>
    public sealed record Answer(
        DecisionId Decision, SubjectRef Subject, string? Json, string Digest, bool? IsGenuine, EvidenceClass Class, DateTimeOffset KeepUntil,
        bool IsHeld, DateTimeOffset? ForgottenAt);

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, Colleagues colleagues, Restrictions restrictions) : IRequestHandler<EvidenceOf, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(EvidenceOf query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member
                || await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Decision, ct) is not { } decision
                || await restrictions.Hide(decision, ct) || !await claims.MaySee(member, decision.Subject, ct)
                || await db.Evidence.AsNoTracking().FirstOrDefaultAsync(x => x.DecisionId == decision.Id, ct) is not { } evidence)
                return EnforcementErrors.UnknownDecision;
            if (await colleagues.IsOwn(decision.AuthorId, ct))
                return EnforcementErrors.OwnDecision;

            call.Opens(decision.Subject);
            var isThere = evidence.ErasedAt is null;
            return new Answer(
                decision.Id, decision.Subject, isThere ? evidence.Json : null, decision.EvidenceDigest,
                isThere ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Json))) == decision.EvidenceDigest : null,
                evidence.Class, evidence.KeepUntil ?? decision.AppealUntil, await db.IsHeld(decision, ct), evidence.ErasedAt);
        }
    }
}
