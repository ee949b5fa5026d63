using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What of many subjects one person may judge alike now, and why not the rest.</summary>
internal sealed class BatchLook(ModerationDb db, Claims claims, HiddenOutcomes hidden, Rulebooks rulebooks, TimeProvider clock)
{
    /// <param name="Left">Why it is left out; null where it may be judged.</param>
    /// <param name="Waiting">The case about it that waits; null for none.</param>
    /// <param name="Asked">The case as which it is judged; null where none was named.</param>
    internal sealed record Seen(SubjectRef Subject, AccountId? Author, int? Revision, DateTimeOffset? PostedAt, Case? Waiting, Error? Left, CaseId? Asked = null)
    {
        public Judgement Judge(Batch batch) => new()
        {
            Subject = Subject,
            Author = Author!.Value,
            Revision = Revision,
            PostedAt = PostedAt,
            Guideline = batch.Guideline,
            Finding = batch.Finding,
            Outcomes = batch.Outcomes,
            Rationale = batch.Rationale,
            DeviationReason = batch.DeviationReason,
            DecidedBy = batch.By,
            Case = Waiting?.Id,
            Reports = Waiting?.Reports ?? 0,
            Signals = Waiting?.Signals ?? 0,
        };

        /// <summary>The same, judged as one case: left where that is not the one that waits.</summary>
        public Seen As(CaseId? asked) => asked is null ? this : this with { Asked = asked, Left = Left ?? (Waiting?.Id == asked ? null : ReviewErrors.Closed) };
    }

    /// <summary>The rule, or why nothing can be judged under it like that.</summary>
    public async Task<Result<Guideline>> Check(Batch batch, IEnumerable<Seen> seen, StaffMember member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rulebook = await rulebooks.InForce(db, now, ct);
        if (rulebook.Find(batch.Guideline) is not { } guideline)
            return EnforcementErrors.UnknownGuideline;
        if (guideline.Restricted && !member.Holds(Role.ChildSafety))
            return EnforcementErrors.RestrictedGuideline;

        foreach (var one in seen.Where(x => x.Left is null).DistinctBy(x => x.Subject.Kind))
            if (!Decision.Make(one.Judge(batch), guideline, rulebook, "", now).IsOk(out _, out var refusal))
                return refusal;
        return guideline;
    }

    /// <summary>What these cases are about, each judged as the case it is.</summary>
    public async Task<IReadOnlyList<Seen>> At(IReadOnlyCollection<Case> cases, Batch batch, StaffMember member, CancellationToken ct)
    {
        // Of several about one subject, one can still wait.
        var asked = cases.GroupBy(x => x.Subject).ToDictionary(x => x.Key, x => x.FirstOrDefault(y => y.Stage is CaseStage.Waiting) ?? x.First());
        return [.. (await At(asked.Keys, batch, member, ct)).Select(x => x.As(asked[x.Subject].Id))];
    }

    public async Task<IReadOnlyList<Seen>> At(IReadOnlyCollection<SubjectRef> subjects, Batch batch, StaffMember member, CancellationToken ct)
    {
        var ids = subjects.Select(x => x.Id).Distinct().ToArray();
        var contentIds = subjects.Where(x => x.Kind is SubjectKind.Content).Select(x => new ContentId(x.Id)).Distinct().ToArray();
        var accountIds = subjects.Where(x => x.Kind is SubjectKind.Account).Select(x => new AccountId(x.Id)).Distinct().ToArray();
        var items = await db.Content.AsNoTracking().Where(x => contentIds.Contains(x.Id) && x.DeletedAt == null).ToDictionaryAsync(x => x.Id.Value, ct);
        var accounts = (await db.Set<Accounts.Account>().AsNoTracking().Where(x => accountIds.Contains(x.Id) && x.DeletedAt == null)
            .Select(x => x.Id).ToListAsync(ct)).ToHashSet();
        var cases = (await db.Cases.AsNoTracking().Waiting.Where(x => ids.Contains(x.SubjectId)).ToListAsync(ct)).ToLookup(x => x.Subject);
        var restricted = (await db.Set<RestrictedSubject>().AsNoTracking().Where(x => ids.Contains(x.SubjectId)).ToListAsync(ct))
            .Select(x => new SubjectRef(x.SubjectKind, x.SubjectId)).ToHashSet();
        var alike = (await db.Set<Decision>().AsNoTracking().Where(x => ids.Contains(x.SubjectId) && x.Guideline == batch.Guideline
                && x.Finding == batch.Finding && x.CauseId == null && x.OverturnedAt == null && x.SupersededAt == null)
            .Select(x => new { x.SubjectKind, x.SubjectId, x.Revision }).ToListAsync(ct))
            .Select(x => (new SubjectRef(x.SubjectKind, x.SubjectId), x.Revision)).ToHashSet();
        var lanes = (await claims.LanesFor(member, ct)).Select(x => x.Id).ToHashSet();
        var barred = await BarredFor(member, cases.SelectMany(x => x).Select(x => x.Id).ToArray(), ct);
        var kept = await LanesThatHide(batch, [.. cases.SelectMany(x => x)], member, ct);
        return [.. subjects.Distinct().Select(See)];

        Seen See(SubjectRef subject)
        {
            var item = subject.Kind is SubjectKind.Content ? items.GetValueOrDefault(subject.Id) : null;
            var author = item?.AuthorId ?? (accounts.Contains(new(subject.Id)) && subject.Kind is SubjectKind.Account ? new AccountId(subject.Id) : null);
            var waiting = cases[subject].FirstOrDefault();
            var isSecret = restricted.Contains(subject) || waiting?.IsRestricted is true;
            return new(subject, author, item?.Revision, item?.CreatedAt, waiting, author is null || isSecret && !member.Holds(Role.ChildSafety) ? EnforcementErrors.UnknownSubject
                : member.Account == author ? EnforcementErrors.OwnDecision
                : waiting is not null && barred.Contains(waiting.Id) ? ReviewErrors.OwnCase
                : waiting?.Holder is { } holder && holder != member.Id && waiting.AvailableAt > clock.GetUtcNow() ? ReviewErrors.HeldByAnother
                : waiting is not null && !Claims.MayTake(member, waiting) ? ReviewErrors.ForLeads
                : waiting is not null && !lanes.Contains(waiting.LaneId) && !member.Holds(Role.ChildSafety) ? ReviewErrors.QueueNotYours
                : waiting is not null && kept.Contains(waiting.LaneId) ? EnforcementErrors.OutcomeHidden
                : alike.Contains((subject, item?.Revision)) ? EnforcementErrors.DecidedAlike
                : null);
        }
    }

    // From where some of what the batch asks for is not decided.
    private async Task<HashSet<long>> LanesThatHide(Batch batch, Case[] cases, StaffMember member, CancellationToken ct)
    {
        var hiding = new HashSet<long>();
        if ((await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Find(batch.Guideline) is not { } guideline)
            return hiding;

        foreach (var @case in cases.DistinctBy(x => (x.LaneId, x.SubjectKind)))
            if (await hidden.Bar(@case, new Seen(@case.Subject, @case.AuthorId, null, null, @case, null).Judge(batch), guideline, member, ct) is not null)
                hiding.Add(@case.LaneId);
        return hiding;
    }

    private async Task<HashSet<CaseId>> BarredFor(StaffMember member, CaseId[] cases, CancellationToken ct) => member.Account is { } own
        ? [.. await db.CaseBars.AsNoTracking().Where(x => x.Account == own && cases.Contains(x.CaseId)).Select(x => x.CaseId).ToListAsync(ct)]
        : [];
}

/// <summary>One judgement on many subjects, as the run keeps it.</summary>
/// <param name="Items">In the order of their authors, so that one person's stand together.</param>
internal sealed record Batch(
    StaffId By, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale, string? DeviationReason,
    IReadOnlyList<Batch.Item> Items)
{
    /// <param name="Revision">As it was when proposed; changed since, it is left.</param>
    /// <param name="Case">The case as which it is judged; null where none was named.</param>
    internal sealed record Item(SubjectKind Kind, string Id, string Author, int? Revision, Guid? Case = null);
}
