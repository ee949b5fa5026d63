using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>
/// A policy manager opens a draft: its text, what is wrong in it, and who may do what next. Restricted guidelines are in
/// it: their text is policy, not evidence.
/// </summary>
[AllowedTo(Role.PolicyManager)]
public sealed record DraftFile(DraftId Draft) : IQuery<DraftFile.Answer>
{
    /// <param name="Version">To be expected by an edit.</param>
    /// <param name="InForce">The number of the version in force now; the draft may be based on an older one.</param>
    /// <param name="Proposal">Null unless it waits for a second person.</param>
    /// <param name="Refusal">Why the last proposal was refused, and by whom.</param>
    public sealed record Answer(
        DraftId Id, string Name, string Json, long Version, DraftState State, int? BasedOn, int InForce, string MadeBy, DateTimeOffset MadeAt,
        string EditedBy, DateTimeOffset EditedAt, IReadOnlyList<Mistake> Mistakes, Proposed? Proposal, Refused? Refusal, int? PublishedAs);

    /// <param name="From">Null for as soon as it is agreed to.</param>
    /// <param name="WhoMayAgree">The names of those who may be the second person; none where another policy manager is missing.</param>
    /// <param name="MayNot">Why who asks may not agree; null where they may.</param>
    public sealed record Proposed(
        string By, DateTimeOffset At, DateTimeOffset? From, string Note, IReadOnlyList<string> WhoMayAgree, Error? MayNot);

    public sealed record Refused(string By, string Reason);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<DraftFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DraftFile query, CancellationToken ct)
        {
            if (await db.RulebookDrafts.AsNoTracking().Where(x => x.Id == query.Draft)
                .Select(x => new { Draft = x, Version = EF.Property<long>(x, Conventions.Version) }).FirstOrDefaultAsync(ct) is not { } found)
                return DraftErrors.Unknown;

            var (draft, me) = (found.Draft, ((Actor.Staff)call.Actor).Id);
            var people = await db.Staff.AsNoTracking().ToListAsync(ct);
            string Name(StaffId id) => people.Find(x => x.Id == id)?.CalledBy ?? StaffMember.Unnamed(id);

            return new Answer(
                draft.Id, draft.Name, draft.Json, found.Version, draft.State, draft.BasedOn,
                await db.RulebookVersions.InForceAt(clock.GetUtcNow()).Select(x => x.Number).FirstOrDefaultAsync(ct),
                Name(draft.MadeBy), draft.MadeAt, Name(draft.EditedBy), draft.EditedAt, RulebookFile.Check(draft.Json),
                draft.State is DraftState.Proposed
                    ? new(Name(draft.ProposedBy!.Value), draft.ProposedAt!.Value, draft.ProposedFrom, draft.Note ?? "",
                        [.. people.Where(x => x.Holds(Role.PolicyManager) && draft.BarsFromAgreeing(x.Id) is null).Select(x => x.CalledBy).Order()],
                        draft.BarsFromAgreeing(me))
                    : null,
                draft.RefusedBy is { } refusedBy ? new(Name(refusedBy), draft.Refusal ?? "") : null, draft.PublishedAs);
        }
    }
}
