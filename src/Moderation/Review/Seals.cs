using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>
/// Our copies of what was quarantined, and of what waits for or had a child-safety specialist, are closed to everybody else.
/// A member and the host are told of a quarantine, so for them only that closes; for staff a mere report does.
/// </summary>
internal sealed class Seals(ModerationDb db, Call call)
{
    private bool SeesAll => call.Actor is Actor.Staff && call.Rights.Holds(Role.ChildSafety);

    /// <summary>Whether what this says and shows is closed to who asks; a specialist's opening of it is written down.</summary>
    public async Task<bool> Close(SubjectRef subject, CancellationToken ct) => (await ClosedOf([subject], ct)).Count > 0;

    /// <summary>Those of these whose texts and media are closed to who asks.</summary>
    public async Task<IReadOnlySet<SubjectRef>> ClosedOf(IEnumerable<SubjectRef> subjects, CancellationToken ct)
    {
        var found = await SealedOf([.. subjects.Distinct()], call.Actor is Actor.Staff, ct);
        if (!SeesAll)
            return found;

        foreach (var subject in found)
            call.Opens(subject);
        return new HashSet<SubjectRef>();
    }

    /// <summary>Those of these that only specialists may know of; nothing is opened by asking.</summary>
    public async Task<IReadOnlySet<SubjectRef>> HeldAmong(IEnumerable<SubjectRef> subjects, CancellationToken ct) =>
        await SealedOf([.. subjects.Distinct()], true, ct);

    /// <summary>Whether only specialists may know of anything about it.</summary>
    public async Task<bool> Holds(SubjectRef subject, CancellationToken ct) => (await SealedOf([subject], true, ct)).Count > 0;

    /// <summary>Whether it is quarantined now, whoever asks.</summary>
    public static Task<bool> IsQuarantined(ModerationDb db, SubjectRef subject, CancellationToken ct) =>
        db.Set<RestrictedSubject>().AnyAsync(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id && x.IsQuarantined, ct);

    private async Task<HashSet<SubjectRef>> SealedOf(SubjectRef[] subjects, bool alsoReported, CancellationToken ct)
    {
        var found = new HashSet<SubjectRef>();
        foreach (var kind in subjects.GroupBy(x => x.Kind))
            foreach (var ids in kind.Select(x => x.Id).Chunk(500))
            {
                found.UnionWith((await db.Set<RestrictedSubject>().Where(x => x.SubjectKind == kind.Key && ids.Contains(x.SubjectId) && (alsoReported || x.IsQuarantined))
                    .Select(x => x.SubjectId).ToListAsync(ct)).Select(x => new SubjectRef(kind.Key, x)));
                if (alsoReported)
                    found.UnionWith((await db.Cases.Where(x => x.SubjectKind == kind.Key && ids.Contains(x.SubjectId) && x.IsRestricted)
                        .Select(x => x.SubjectId).ToListAsync(ct)).Select(x => new SubjectRef(kind.Key, x)));
            }

        return found;
    }
}
